import { hintDefaults, hintField, ownsHint } from './hints.js';
import { hintNames } from './model.js';
import type { FixGrade, HintEntry, HintName, Tool } from './model.js';

/** The hint that a key is meant to be: `read_only`, `readonlyHint`, `destructive`. */
export function meantBy(key: string): HintName | undefined {
  const plain = key.replaceAll(/[_-]/g, '').toLowerCase().replace(/hint$/, '');
  return hintNames.find((name) => name.toLowerCase() === plain);
}

/** A key that the SDK knows. Those of Python are spelled in one of two ways, by version. */
export function isHint(tool: Tool, key: string): boolean {
  const snake = (name: string): string => `${name.replace(/[A-Z]/, '_$&').toLowerCase()}_hint`;
  return hintNames.some((name) => [hintField(tool, name), `${name}Hint`, tool.language === 'python' ? snake(name) : ''].includes(key));
}

/**
 * How much a correction of an entry may do by itself: what a host then reads may be no laxer than what absence means, and may not be
 * shared with other tools.
 */
export function gradeOf(tool: Tool, entry: HintEntry, name: HintName, value: HintEntry['value']): FixGrade {
  return value === hintDefaults[name] && ownsHint(tool, entry) ? 'auto' : 'exact';
}

/** The boolean that a text says. */
export function booleanIn({ value }: HintEntry): boolean | undefined {
  const word = String(value).toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : undefined;
}

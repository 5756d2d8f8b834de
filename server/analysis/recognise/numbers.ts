import type { Place } from '../../../rules/kit/index.js';
import { pythonName } from '../languages.js';
import { optionsOf, stringOf, type Value } from '../trace/value.js';

/** What stands for the largest number that there is. */
const endless: Readonly<Record<string, ReadonlySet<string>>> = {
  global: new Set(['Infinity', 'Number.POSITIVE_INFINITY', 'Number.MAX_SAFE_INTEGER', 'Number.MAX_VALUE']),
  [pythonName('math')]: new Set(['inf']),
  [pythonName('sys')]: new Set(['maxsize']),
};

/** A number of steps: as it stands, or as the argument of a condition that counts; `null` for `Infinity`. */
export function numberOf(value: Value): number | null | undefined {
  if (value.kind === 'constant') return typeof value.value === 'number' ? value.value : undefined;
  if (value.kind === 'external' && endless[value.library]?.has(value.path) === true) return null;
  if (value.kind === 'derived' && value.operation === 'float()' && /^inf(?:inity)?$/i.test(textOf(value.from[0]))) return null;
  // `stopWhen: isStepCount(8)`, alone or among other conditions.
  if (value.kind === 'derived' && value.operation.endsWith('()') && value.from[0] !== undefined && !isCall(value.from[0]))
    return numberOf(value.from[0]);
  if (value.kind === 'external' && value.args?.[0]?.kind === 'constant') return numberOf(value.args[0]);
  const several = value.kind === 'array' ? value.items : value.kind === 'union' ? optionsOf(value) : [];
  const known = several.map(numberOf).filter((item) => typeof item === 'number');
  return known.length === 0 ? undefined : value.kind === 'array' ? Math.min(...known) : Math.max(...known);
}

/** Where that number is written, when one place says it. */
export function numberPlace(value: Value): Place | undefined {
  if (value.kind === 'constant') return value.at;
  const inner = value.kind === 'derived' ? value.from[0] : value.kind === 'external' ? value.args?.[0] : undefined;
  if (inner?.kind === 'constant') return inner.at;
  const several = value.kind === 'array' ? value.items.filter((item) => typeof numberOf(item) === 'number') : [];
  return several.length === 1 ? numberPlace(several[0]!) : undefined;
}

/** What is worked out of something else is no number that is written down. */
function isCall({ kind }: Value): boolean {
  return kind !== 'constant' && kind !== 'external';
}

function textOf(value: Value | undefined): string {
  return stringOf(value) ?? '';
}

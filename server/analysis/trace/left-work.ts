/** Work that is put somewhere for others to do. */
import type { CallExpression } from '../syntax/ir.js';
import type { Env } from './env.js';
import { plainEffect, type Outcome } from './direct-effect.js';
import { memberOf } from './members.js';
import { fromModel } from './some-part.js';
import type { Tracer } from './tracer.js';
import { textParts } from './text-parts.js';
import { optionsOf, type Value } from './value.js';
import { verbOfCommand } from './verbs.js';

/** What is kept under a name waits for an answer: what asks for it stands beside it. */
const putting: ReadonlySet<string> = new Set(['add', 'enqueue', 'push', 'unshift']);

/**
 * `queue.push({ command, resolve })`: it says what to do and ends the waiting, and what becomes of it is not known but by the words of
 * a command that is left.
 */
export function leftWork(tracer: Tracer, { callee, args }: CallExpression, env: Env): Outcome | undefined {
  if (callee.kind !== 'member' || typeof callee.property !== 'string' || !putting.has(callee.property)) return undefined;
  const left = args.flatMap(({ value }) => (value.kind === 'function' ? [] : optionsOf(tracer.evaluate(value, env)).filter(isWork)));
  if (left.length === 0) return undefined;
  const classes = new Set(left.flatMap((work) => commandsIn(tracer, work).flatMap((words) => verbOfCommand(words) ?? [])));
  return {
    kind: 'effects',
    unresolved: 'what is put here is done by code that was not followed',
    effects: [...classes].map((kind) => ({
      ...plainEffect({ class: kind, resource: 'process', api: `command: ${callee.property as string}`, certainty: 'probable' }),
      named: true as const,
    })),
  };
}

/** The words of a command, up to the first option. */
function commandsIn(tracer: Tracer, work: Value): readonly (readonly string[])[] {
  return optionsOf(memberOf(tracer, work, 'command')).flatMap((option) => {
    const words =
      textParts(option)[0]
        ?.trim()
        .split(/\s{1,20}/) ?? [];
    const end = words.findIndex((word) => word.startsWith('-'));
    return words.length === 0 ? [] : [end < 0 ? words : words.slice(0, end)];
  });
}

function isWork(value: Value): boolean {
  if (value.kind !== 'object' || value.collection !== undefined) return false;
  const parts = [...value.properties].map(([key, property]) => ({ key, part: property.value() }));
  return parts.some(({ part }) => settles(part)) && parts.some(({ key, part }) => !naming.test(key) && isTold(part));
}

/** What only tells one waiting from another. */
const naming = /^(?:event|key|kind|label|name|state|status|type|timeout|timer|\w{0,30}[iI]d)$/;

function isTold(value: Value): boolean {
  return optionsOf(value).some(
    (option) => option.kind === 'text' || (option.kind === 'constant' && typeof option.value === 'string') || fromModel(option),
  );
}

function settles(value: Value): boolean {
  return optionsOf(value).some((option) => option.kind === 'external' && option.library === 'global' && option.path === 'Promise.resolve');
}

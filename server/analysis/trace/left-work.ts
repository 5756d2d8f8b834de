/** Work that is put somewhere for others to do. */
import type { CallExpression } from '../syntax/ir.js';
import type { Env } from './env.js';
import { fromModel } from './some-part.js';
import type { Tracer } from './tracer.js';
import { optionsOf, type Value } from './value.js';

const putting: ReadonlySet<string> = new Set(['add', 'enqueue', 'push', 'set', 'unshift']);

/** Why what becomes of `queue.push({ command, resolve })` is not known: it says what to do, and ends the waiting. */
export function leavesWork(tracer: Tracer, { callee, args }: CallExpression, env: Env): string | undefined {
  if (callee.kind !== 'member' || typeof callee.property !== 'string' || !putting.has(callee.property)) return undefined;
  const left = args.some(({ value }) => value.kind !== 'function' && optionsOf(tracer.evaluate(value, env)).some(isWork));
  return left ? 'what is put here is done by code that was not followed' : undefined;
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

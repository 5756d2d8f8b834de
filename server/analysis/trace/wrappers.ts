/** Functions that run others: what their names and options promise. */
import { isTransaction } from './transactions.js';
import type { CallExpression } from '../syntax/ir.js';
import { givesUp } from './deadlines.js';
import { retriesOnlyUndone } from './undone.js';
import type { Env } from './env.js';
import type { TracedEffect } from './traced.js';
import { nextId, type FunctionValue, type Value } from './value.js';

/** Names that the configuration adds. */
export interface WrapperNames {
  readonly idempotencyWrappers: readonly string[];
  readonly approvalWrappers: readonly string[];
}

/** Options with a test that lets only harmless repetitions through. */
export function filtersFailures(options: Value): boolean {
  if (options.kind !== 'object') return false;
  return [...options.properties].some(([key, property]) => {
    if (!/^(?:shouldRetry|retryIf|retryOn|retryWhen|retryCondition|when)$/.test(key)) return false;
    const test = property.value();
    return test.kind === 'function' && retriesOnlyUndone(test.fn);
  });
}

/** What a retry helper hands to its function: another number for each attempt. */
export function attemptNumber(fn: FunctionValue): Value {
  const span = fn.fn.parameters[0]?.span ?? fn.fn.span;
  return { kind: 'derived', id: nextId(), operation: 'attempt', from: [], fresh: true, at: { file: fn.env.module.file, span } };
}

const recognizing = /idempoten|dedup|exactly_?once/i;
/** `once` alone may be an event that is waited for, which is no function that runs another; `nonce` is a number. */
const onceFor = /^(?:(?:with|run|do|execute|exec|perform|process|handle|apply|call|at_?most)_?)?once(?:_?(?:per|for|by)\w{0,40})?$/i;

const asking = /^(?:with|require|await|ask(?:for)?|get|request)_?(?:human|user)?_?(?:approval|confirmation)$/i;

/** That a repetition is harmless, or that a human is asked. */
export type Promised = 'idempotent' | 'approval';

/** What calls and their effects are marked with for a promise. */
export const markOf = { idempotent: 'idempotentBy', approval: 'approvedBy' } as const satisfies Record<Promised, string>;

const promises: readonly (readonly Promised[])[] = [[], ['idempotent'], ['approval'], ['idempotent', 'approval']];

/** What a function promises by its name; a project may say both of one. */
function wrapperOf(name: string, { idempotencyWrappers, approvalWrappers }: WrapperNames): readonly Promised[] {
  const isIdempotent = idempotencyWrappers.includes(name) || recognizing.test(name) || onceFor.test(name);
  const isAsking = approvalWrappers.includes(name) || asking.test(name);
  return promises[(isIdempotent ? 1 : 0) + (isAsking ? 2 : 0)]!;
}

/** What a called function promises: by its name, or by who made it. */
export function promisesOf(name: string, call: CallExpression, env: Env, options: WrapperNames): readonly Promised[] {
  const own = wrapperOf(name, options);
  return own.length > 0 ? own : promisedBy(call, env, options);
}

/** What the function promises that made the running one for what it was given: `run_once(fn)`, also as a decorator. */
function promisedBy({ callee }: CallExpression, env: Env, options: WrapperNames): readonly Promised[] {
  const [none] = promises as readonly [readonly Promised[]];
  const binding = callee.kind === 'name' ? callee.binding : undefined;
  if (binding?.kind !== 'parameter') return none;
  let at: Env | undefined = env;
  while (at !== undefined && at.owner !== binding.owner) at = at.parent;
  if (at === env) return none;
  for (; at !== undefined; at = at.parent) {
    const found = at.owner.kind === 'function' && at.owner.name !== undefined ? wrapperOf(at.owner.name, options) : none;
    if (found.length > 0) return found;
  }
  return none;
}

/** Effects of a function under what its decorators of packages promise for all of it: `@require_approval`. */
export function underDecorators(
  effects: readonly TracedEffect[],
  { marks = [] }: FunctionValue,
  options: WrapperNames,
): readonly TracedEffect[] {
  return marks.reduce((all, { by, at }) => {
    const name = by.path.split(/[.#()]/).findLast((word) => word !== '') ?? '';
    if (givesUp(name)) return all.map(({ waits: _waits, ...effect }) => effect);
    if (isTransaction(name)) return all.map(({ alone: _alone, afterWrite: _afterWrite, ...effect }) => effect);
    const marks = wrapperOf(name, options).map((promise) => markOf[promise]);
    if (marks.length === 0) return all;
    return all.map((effect) => ({ ...effect, ...Object.fromEntries(marks.map((mark) => [mark, effect[mark] ?? { ...at, label: name }])) }));
  }, effects);
}

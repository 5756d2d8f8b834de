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

/** What a function promises by its name: that a repetition is harmless, or that a human is asked. */
export function wrapperOf(name: string, options: WrapperNames): 'idempotent' | 'approval' | undefined {
  if (options.idempotencyWrappers.includes(name) || recognizing.test(name) || onceFor.test(name)) return 'idempotent';
  if (
    options.approvalWrappers.includes(name) ||
    /^(?:with|require|await|ask(?:for)?|get|request)_?(?:human|user)?_?(?:approval|confirmation)$/i.test(name)
  )
    return 'approval';
  return undefined;
}

/** What the function promises that made the running one for what it was given: `run_once(fn)`, also as a decorator. */
export function promisedBy({ callee }: CallExpression, env: Env, options: WrapperNames): ReturnType<typeof wrapperOf> {
  const binding = callee.kind === 'name' ? callee.binding : undefined;
  if (binding?.kind !== 'parameter') return undefined;
  let at: Env | undefined = env;
  while (at !== undefined && at.owner !== binding.owner) at = at.parent;
  if (at === env) return undefined;
  for (; at !== undefined; at = at.parent) {
    const found = at.owner.kind === 'function' && at.owner.name !== undefined ? wrapperOf(at.owner.name, options) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
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
    const promise = wrapperOf(name, options);
    if (promise === undefined) return all;
    const key = promise === 'approval' ? 'approvedBy' : 'idempotentBy';
    return all.map((effect) => ({ ...effect, [key]: effect[key] ?? { ...at, label: name } }));
  }, effects);
}

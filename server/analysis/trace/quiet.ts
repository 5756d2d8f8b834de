/**
 * A function that was given data and did nothing does nothing with other data: nothing in it decides by what the data is made from.
 * Code that formats, filters and counts is most of a program, and each answer that it is given is another value.
 */
import type { FunctionNode } from '../syntax/ir.js';
import type { Env, Remembered } from './env.js';
import { fromModel } from './some-part.js';
import type { FunctionValue, Value } from './value.js';
import { keyOf } from './value-keys.js';
import type { Summary } from './summary.js';

const known = new WeakMap<Env, Map<FunctionNode, Map<string, Remembered<Summary>>>>();

/** What is remembered of calls that differ in their data only; `undefined` for a call without data. */
export function quietCall(
  { fn, env, self }: FunctionValue,
  args: readonly Value[],
): { readonly known: Remembered<Summary> | undefined; keep(summary: Remembered<Summary>): void } | undefined {
  if (!args.some(isData)) return undefined;
  const key = [
    ...(self === undefined ? [] : [keyOf(self)]),
    ...args.map((arg) => (isData(arg) ? (fromModel(arg) ? 'asked' : 'data') : keyOf(arg))),
  ].join('\n');
  return {
    known: known.get(env)?.get(fn)?.get(key),
    keep(summary) {
      if (!didNothing(summary.value)) return;
      let functions = known.get(env);
      if (functions === undefined) known.set(env, (functions = new Map()));
      let summaries = functions.get(fn);
      if (summaries === undefined) functions.set(fn, (summaries = new Map()));
      summaries.set(key, summary);
    },
  };
}

function didNothing({ effects, unresolved, decisions, guards, asks, checks }: Summary): boolean {
  if (checks !== undefined) return false;
  return effects.length === 0 && unresolved.length === 0 && decisions.size === 0 && guards === undefined && asks === undefined;
}

function isData(value: Value): boolean {
  switch (value.kind) {
    case 'derived':
    case 'text':
      return true;
    case 'union':
      return value.options.some(isData) && value.options.every((option) => isData(option) || option.kind === 'constant');
    case 'array':
      return [...value.items, ...(value.rest === undefined ? [] : [value.rest])].every(isData);
    default:
      return false;
  }
}

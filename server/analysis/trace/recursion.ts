/** Functions that call themselves, directly or through others. */
import type { FunctionNode } from '../syntax/ir.js';
import type { Env } from './env.js';
import type { FunctionValue, Value } from './value.js';
import { keyOf } from './value-keys.js';

/** Calls of one function inside each other that are followed although they are given something else each time. */
const limit = 2;

interface Running {
  readonly callee: FunctionValue;
  readonly args: readonly Value[] | undefined;
}

export class Recursion {
  readonly #running = new Map<FunctionNode, readonly Running[]>();

  /** A call that does no more than one that is under way: it is given the same, or data of which nothing is known to decide by. */
  repeats(callee: FunctionValue, args: readonly Value[] | undefined): boolean {
    const outer = this.#running.get(callee.fn);
    if (outer === undefined || outer.length === 0) return false;
    // `retried(() => retried(() => save()))`: the function is the same, and what it runs is not.
    const runs = [...functionsFor(callee, args)];
    const same = outer.filter((running) => runsSame(runs, running));
    if (same.length > limit) return true;
    return args !== undefined && same.some((running) => running.args !== undefined && addsNothing(args, running.args));
  }

  /** A call of that function is under way. */
  readonly isRunning = ({ value }: { readonly value: Value }): boolean =>
    value.kind === 'function' && (this.#running.get(value.fn)?.length ?? 0) > 0;

  run<T>(callee: FunctionValue, args: readonly Value[] | undefined, compute: () => T): T {
    const outer = this.#running.get(callee.fn) ?? [];
    this.#running.set(callee.fn, [...outer, { callee, args }]);
    try {
      return compute();
    } finally {
      this.#running.set(callee.fn, outer);
    }
  }
}

/** The functions that a call can run because it, or a call that it stands in, was given them. */
function* functionsFor({ env }: FunctionValue, args: readonly Value[] | undefined): Iterable<FunctionNode | undefined> {
  for (const arg of args ?? []) yield arg.kind === 'function' ? arg.fn : undefined;
  for (let at: Env | undefined = env; at !== undefined; at = at.parent)
    if (at.owner.kind === 'function') for (const arg of at.args ?? []) yield arg.kind === 'function' ? arg.fn : undefined;
}

function runsSame(runs: readonly (FunctionNode | undefined)[], { callee, args }: Running): boolean {
  const others = [...functionsFor(callee, args)];
  return runs.every((fn, i) => fn === others[i]);
}

function addsNothing(args: readonly Value[], given: readonly Value[]): boolean {
  return (
    args.some(isData) && args.every((arg, i) => isData(arg) || isCount(arg) || (given[i] !== undefined && keyOf(arg) === keyOf(given[i])))
  );
}

function isData({ kind }: Value): boolean {
  return kind === 'derived' || kind === 'text';
}

/** A depth, an index, a flag. */
function isCount(value: Value): boolean {
  return value.kind === 'constant' && typeof value.value !== 'string';
}

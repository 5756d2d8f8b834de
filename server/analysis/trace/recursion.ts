/** Functions that call themselves, directly or through others. */
import type { FunctionNode } from '../syntax/ir.js';
import type { Value } from './value.js';
import { keyOf } from './value-keys.js';

/** Calls of one function inside each other that are followed although they are given something else each time. */
const limit = 2;

export class Recursion {
  readonly #running = new Map<FunctionNode, (readonly Value[] | undefined)[]>();

  /** A call that does no more than one that is under way: it is given the same, or data of which nothing is known to decide by. */
  repeats(fn: FunctionNode, args: readonly Value[] | undefined): boolean {
    const outer = this.#running.get(fn);
    if (outer === undefined || outer.length === 0) return false;
    if (outer.length > limit) return true;
    return args !== undefined && outer.some((given) => given !== undefined && addsNothing(args, given));
  }

  run<T>(fn: FunctionNode, args: readonly Value[] | undefined, compute: () => T): T {
    const outer = this.#running.get(fn) ?? [];
    this.#running.set(fn, [...outer, args]);
    try {
      return compute();
    } finally {
      this.#running.set(fn, outer);
    }
  }
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

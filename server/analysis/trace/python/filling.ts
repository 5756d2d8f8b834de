/** What methods of Python's lists, sets and dictionaries put into them. */
import type { Argument, CallExpression } from '../../syntax/ir.js';

/** A call that fills a container, in the words that both languages share: items are pushed, entries are set or copied. */
export interface Filling {
  readonly method: 'push' | 'set' | 'assign';
  /** What is put there; behind a spread, each item of a list. */
  readonly args: readonly Argument[];
}

/** Methods that may put something into what they are called on. */
export const fillingMethods: ReadonlySet<string> = new Set('append appendleft add insert extend extendleft update setdefault'.split(' '));

/** What such a call puts where; nothing for any other call. */
export function fillingOf({ callee, args }: CallExpression): Filling | undefined {
  if (callee.kind !== 'member') return undefined;
  switch (callee.property) {
    case 'append':
    case 'appendleft':
    case 'add':
      return { method: 'push', args };
    case 'insert':
      return { method: 'push', args: args.slice(1) };
    case 'extend':
    case 'extendleft':
      return { method: 'push', args: args.map((argument) => ({ ...argument, spread: true })) };
    case 'update':
      return { method: 'assign', args };
    case 'setdefault':
      return { method: 'set', args };
    default:
      return undefined;
  }
}

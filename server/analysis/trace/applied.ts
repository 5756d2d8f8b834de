/** Functions that are called through `call` and `apply`. */
import { listed } from './invoke.js';
import type { Value } from './value.js';

/** The arguments that a function gets whose `call` or `apply` is called; nothing where it is called itself. */
export function handedThrough(method: string | undefined, args: readonly Value[], isPython: boolean): readonly Value[] | undefined {
  if (isPython) return undefined;
  return method === 'call' ? args.slice(1) : method === 'apply' ? listed(args[1]) : undefined;
}

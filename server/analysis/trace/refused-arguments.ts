/** Calls that fail before anything is sent, because of what they are given. */
import type { Effects } from '../../../rules/kit/index.js';
import { valueAt, type LibraryCall } from './access.js';
import type { Tracer } from './tracer.js';
import { optionsOf, type Value } from './value.js';

/** The library takes no such thing there, whatever else is given. */
export function refusesArguments(tracer: Tracer, { refuses = [] }: Effects, call: LibraryCall): boolean {
  return refuses.some(({ at, things }) => {
    const value = valueAt(tracer, at, call);
    return value !== undefined && optionsOf(value).every((option) => things.includes(madeBy(option) ?? ''));
  });
}

/** The last name of the class or function of a package that made it. */
function madeBy(value: Value): string | undefined {
  const path = value.kind === 'external' ? value.path : value.kind === 'derived' ? value.operation : undefined;
  return path === undefined ? undefined : /([A-Za-z_]\w{0,80})(?:\(\)|#)?$/.exec(path)?.[1];
}

/** Packages that run a function again: put on it as a decorator, or handed out by a loop. */
import type { Place } from '../../../../rules/kit/index.js';
import type { Expression, LoopStatement } from '../../syntax/ir.js';
import type { Env } from '../env.js';
import type { Tracer } from '../tracer.js';
import { optionsOf, type Value } from '../value.js';

/** What runs a function again, and where that is said. */
export interface Repeating {
  readonly label: string;
  readonly place: Place;
}

/** The function, with what its decorator says of running it again: `@retry` is called itself, `@retry(…)` what it gives. */
export function repeatedBy(tracer: Tracer, decorator: Expression, env: Env, fn: Value): Value {
  if (fn.kind !== 'function') return fn;
  const made = decorator.kind === 'call' ? decorator.callee : decorator;
  for (const option of optionsOf(tracer.evaluate(made, env))) {
    if (option.kind !== 'external') continue;
    const path = decorator.kind === 'call' ? `${option.path}()` : option.path;
    if (tracer.libraries.retry({ library: option.library, path }) === undefined) continue;
    return { ...fn, repeated: { label: lastName(option.path), place: tracer.place(fn.fn.span, fn.env) } };
  }
  return fn;
}

/** `for attempt in Retrying(…)`: each turn is another attempt at the same. */
export function repeatingLoop(tracer: Tracer, loop: LoopStatement, env: Env): Repeating | undefined {
  if (loop.iterable === undefined || env.module.language !== 'python') return undefined;
  for (const option of optionsOf(tracer.evaluate(loop.iterable, env))) {
    if (option.kind !== 'external') continue;
    const member = tracer.libraries.member(option, '__iter__');
    if (tracer.libraries.retry(member) !== undefined) return { label: lastName(option.path), place: tracer.place(loop.span, env) };
  }
  return undefined;
}

function lastName(path: string): string {
  return /(\w+)\W*$/.exec(path)?.[1] ?? path;
}

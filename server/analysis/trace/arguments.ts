/** What a call hands over, and what the function takes of it. */
import type { CallExpression } from '../syntax/ir.js';
import type { Env } from './env.js';
import type { Tracer } from './tracer.js';
import { keywordsOf, taken } from './python/arguments.js';
import { derived, undefinedValue, union, unknown, type FunctionValue, type Value } from './value.js';

/** Arguments of a call, spreads expanded as far as they are known. */
export function givenArguments(tracer: Tracer, call: CallExpression, env: Env): readonly Value[] {
  const values: Value[] = [];
  for (const argument of call.args) {
    if (argument.name !== undefined) continue;
    const value = tracer.evaluate(argument.value, env);
    if (!argument.spread) values.push(value);
    else if (value.kind === 'array') values.push(...value.items, ...openEnd(value.rest));
    else if (value.kind === 'unknown') values.push(...openEnd(derived('item', [value])));
    else values.push(derived('item', [value]));
  }
  const named = keywordsOf(tracer, call.args, env);
  // A copy, since what has grown has room for more.
  return named === undefined ? values.slice() : values.concat(named);
}

/** As many arguments as functions commonly take, of a list whose length is not known. */
function openEnd(rest: Value | undefined): readonly Value[] {
  if (rest === undefined) return [];
  const one = union([rest, undefinedValue]);
  return [one, one, one];
}

/**
 * The arguments that a function takes: the index that `map` passes makes no difference to one that wants the item only. What wraps
 * a function may add arguments of its own, which are not lacking, but not known.
 */
export function handedOver(fn: FunctionValue, args: readonly Value[]): readonly Value[] {
  if (fn.env.module.language === 'python') return taken(fn, args);
  const { bound, wrapped } = fn;
  const { parameters } = fn.fn;
  const given = bound === undefined ? args : [...bound, ...args];
  const last = parameters[parameters.length - 1];
  if (given.length > parameters.length) return last?.rest === true ? given : given.slice(0, parameters.length);
  if (wrapped !== true) return given;
  return [...given, ...parameters.slice(given.length).map(() => unknown('what the wrapper hands over'))];
}

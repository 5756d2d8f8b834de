/** What a function is given when it is called. */
import { unknown, type FunctionValue, type Value } from './value.js';

/**
 * The arguments that a function takes: the index that `map` passes makes no difference to one that wants the item only. What wraps
 * a function may add arguments of its own, which are not lacking, but not known.
 */
export function handedOver({ fn: { parameters }, bound, wrapped }: FunctionValue, args: readonly Value[]): readonly Value[] {
  const given = bound === undefined ? args : [...bound, ...args];
  const last = parameters[parameters.length - 1];
  if (given.length > parameters.length) return last?.rest === true ? given : given.slice(0, parameters.length);
  if (wrapped !== true) return given;
  return [...given, ...parameters.slice(given.length).map(() => unknown('what the wrapper hands over'))];
}

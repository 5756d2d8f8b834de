/** What a call hands over, and what the function takes of it. */
import type { CallExpression, FunctionNode } from '../syntax/ir.js';
import type { Env } from './env.js';
import type { Tracer } from './tracer.js';
import { derived, undefinedValue, union, type Value } from './value.js';

/** Arguments of a call, spreads expanded as far as they are known. */
export function givenArguments(tracer: Tracer, call: CallExpression, env: Env): readonly Value[] {
  const values: Value[] = [];
  for (const argument of call.args) {
    const value = tracer.evaluate(argument.value, env);
    if (!argument.spread) values.push(value);
    else if (value.kind === 'array') values.push(...value.items, ...openEnd(value.rest));
    else values.push(derived('item', [value]));
  }
  return values;
}

/** As many arguments as functions commonly take, of a list whose length is not known. */
function openEnd(rest: Value | undefined): readonly Value[] {
  if (rest === undefined) return [];
  const one = union([rest, undefinedValue]);
  return [one, one, one];
}

/** The arguments that a function takes: the index that `map` passes makes no difference to one that wants the item only. */
export function takenArguments({ parameters }: FunctionNode, args: readonly Value[]): readonly Value[] {
  const last = parameters[parameters.length - 1];
  return args.length <= parameters.length || last?.rest === true ? args : args.slice(0, parameters.length);
}

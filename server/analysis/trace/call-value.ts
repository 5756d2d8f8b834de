/** What a call gives; a promise that is made by hand comes to whatever its executor hands to the function that settles it. */
import type { Binding, CallExpression, Expression, FunctionNode, Statement } from '../syntax/ir.js';
import { assume } from './assume.js';
import { madeBy } from './cells.js';
import type { Env } from './env.js';
import { calleesOf, evaluateCall } from './invoke.js';
import { ofObject } from './python/arguments.js';
import { callOf } from './enclosing.js';
import { eachInBody } from './parts.js';
import type { Tracer } from './tracer.js';
import { derived, unknown, union, type Value } from './value.js';

/** The value of a call; where answers are assumed, with those. */
export function callValue(tracer: Tracer, call: CallExpression, env: Env): Value {
  return isPromiseMade(call)
    ? promised(tracer, call, env)
    : madeBy(assume(tracer, evaluateCall(tracer, ofObject(tracer, call, env), env), env), call);
}

function isPromiseMade({ isNew, callee }: CallExpression): boolean {
  return isNew && callee.kind === 'name' && callee.name === 'Promise' && callee.binding === undefined;
}

/** The value of `new Promise(executor)`. Promises and what they resolve to are not told apart. */
function promised(tracer: Tracer, { args }: CallExpression, outer: Env): Value {
  const executor = args[0] === undefined ? undefined : tracer.evaluate(args[0].value, outer);
  const settle = executor?.kind === 'function' ? executor.fn.parameters[0]?.bindings[0] : undefined;
  if (executor?.kind !== 'function' || settle === undefined) return somehow();
  const settles = tracer.external('global', 'Promise.resolve');
  const { env } = tracer.activation(executor, [settles, settles]);
  const values = settledIn(tracer, executor.fn.body, settle, env);
  // A constant alone decides nothing: it may be settled in ways that are not seen.
  return union(values.every(({ kind }) => kind === 'constant') ? [...values, somehow()] : values);
}

/** Something, of which nobody can say what it was made from. */
function somehow(): Value {
  return derived('promise', [unknown('what a promise was settled with')]);
}

function settledIn(tracer: Tracer, body: readonly Statement[], settle: Binding, env: Env): readonly Value[] {
  const values: Value[] = [];
  const isSettle = (part: Expression): boolean => part.kind === 'name' && part.binding === settle;
  eachInBody(
    body,
    (part) => {
      if (part.kind === 'function') values.push(...inFunction(tracer, part, settle, env));
      if (part.kind !== 'call') return;
      if (isSettle(part.callee) && part.args[0] !== undefined) values.push(given(tracer.evaluate(part.args[0].value, env)));
      if (part.args.some(({ value }) => isSettle(value))) values.push(...handedOver(tracer, part, env));
    },
    false,
  );
  for (const statement of body) if (statement.kind === 'function') values.push(...inFunction(tracer, statement.fn, settle, env));
  return values;
}

/** `fetchItem().then(resolve)`; anybody else calls it with something. */
function handedOver(tracer: Tracer, call: CallExpression, env: Env): readonly Value[] {
  return calleesOf(tracer, call, env).map(({ method, receiver }) =>
    method === 'then' && receiver !== undefined ? given(receiver) : somehow(),
  );
}

/** In a function inside: `work.then((result) => resolve(result))`. */
function inFunction(tracer: Tracer, fn: FunctionNode, settle: Binding, env: Env): readonly Value[] {
  if (!fn.mentions.has(settle.name)) return [];
  const call = callOf(fn);
  const receivers =
    call === undefined || call.args[0]?.value !== fn ? [] : calleesOf(tracer, call, env).filter(({ method }) => method === 'then');
  const ways = receivers.length === 0 ? [undefined] : receivers.map(({ receiver }) => (receiver === undefined ? undefined : [receiver]));
  return ways.flatMap((args) => settledIn(tracer, fn.body, settle, tracer.activation(tracer.functionValue(fn, env), args).env));
}

/** What is not known in a way that calls could follow is data. */
function given(value: Value): Value {
  return value.kind === 'unknown' && value.type === undefined ? derived('promise', [value]) : value;
}

import { bodyOf } from '../syntax/inner.js';
import type { FunctionNode } from '../syntax/ir.js';
import type { Env } from './env.js';
import { flow } from './flow.js';
import { yielded } from './python/generators.js';
import type { Tracer } from './tracer.js';
import { derived, optionsOf, undefinedValue, union, type Value } from './value.js';

/** What a function can return. The answer rests on its body. */
export function resultsOf(tracer: Tracer, fn: FunctionNode, env: Env): Value {
  tracer.touchAll(bodyOf(env.module, fn));
  return fn.generator && env.module.language === 'python' ? yielded(tracer, fn, env) : returnedBy(tracer, fn, env);
}

/** What stands behind `return`. */
export function returnedBy(tracer: Tracer, fn: FunctionNode, env: Env): Value {
  const values: Value[] = [];
  const end = flow(tracer, fn.body, env, {
    returns: (value, at) => void values.push(value === undefined ? undefinedValue : tracer.evaluate(value, at)),
  });
  if (fn.generator) return derived('generator', values);
  if (values.length === 0) return undefinedValue;
  // A body that may fall through also gives `undefined`; that says nothing about the values we look for.
  return end === 'goes on' && values.every((value) => optionsOf(value).every((option) => option.kind === 'constant'))
    ? union([...values, undefinedValue])
    : union(values);
}

/** What decorators of a project make of a method. */
import type { Span } from '../../../../rules/kit/index.js';
import type { Expression } from '../../syntax/ir.js';
import type { Env } from '../env.js';
import type { Tracer } from '../tracer.js';
import { optionsOf, originalOf, type ExternalValue, type FunctionValue, type Value } from '../value.js';
import { withRegisteredMethods } from './dispatching.js';
import { repeatedBy } from './retries.js';

/** The method as its decorators hand it on, the innermost first; one that is not followed hands on what it got. */
export function decorated(tracer: Tracer, method: FunctionValue, decorators: readonly Expression[], env: Env): Value {
  let value: Value = method;
  for (const decorator of decorators.toReversed()) {
    const options = optionsOf(tracer.evaluate(decorator, env));
    const library = options.find((option) => option.kind === 'external');
    if (library?.kind === 'external') value = marked(tracer, value, library, decorator.span, env);
    for (const option of options) value = wrapping(value, option);
    const by = options.find((option) => option.kind === 'function');
    if (by?.kind !== 'function') {
      value = repeatedBy(tracer, decorator, env, value);
      if (library?.kind === 'external') value = withRegisteredMethods(tracer, value, library, method.fn.name, env);
      continue;
    }
    const made: Value | undefined = optionsOf(tracer.callFunction(by, [value])).find((option) => option.kind === 'function');
    // What wraps a method is called with the object, which the method has already.
    if (made?.kind === 'function') value = made.fn === method.fn ? made : withoutSelf(made, method);
  }
  return value;
}

/** `@functools.wraps(original)` on a function: it has the name, the text and the parameters of the original. */
export function wrapping(on: Value, by: Value): Value {
  const given = by.kind === 'derived' && by.operation === 'wraps()' ? by.from[0] : undefined;
  const original = given === undefined ? undefined : optionsOf(given).find(({ kind }) => kind === 'function');
  if (on.kind !== 'function' || original?.kind !== 'function') return on;
  return { ...on, standsFor: originalOf(original) };
}

/** What a decorator of a package hands on is the function, which keeps in mind what stands on it. */
export function marked(tracer: Tracer, on: Value, by: ExternalValue, span: Span, env: Env): Value {
  if (on.kind !== 'function') return on;
  const { path, call } = by;
  const at = path.endsWith('()') && call !== undefined ? tracer.place(call.node.span, call.env) : tracer.place(span, env);
  return { ...on, marks: [...(on.marks ?? []), { by, at }] };
}

/** `def wrapper(self, *args)`: its first parameter is the object that the method belongs to. */
function withoutSelf(wrapper: FunctionValue, { self }: FunctionValue): FunctionValue {
  const [first] = wrapper.fn.parameters;
  if (self === undefined || first === undefined) return wrapper;
  if (first.packs === undefined) return { ...wrapper, bound: [self, ...(wrapper.bound ?? [])] };
  return wrapper;
}

/** What a decorator of a package makes of a function: an object that has methods, and runs the function unless its own call does more. */
export function madeByDecorator(tracer: Tracer, given: Value, decorator: ExternalValue): Value {
  const made = tracer.libraries.result(decorator);
  if (given.kind !== 'function' || made?.path.endsWith('#') !== true) return given;
  const thing = tracer.external(made.library, made.path);
  return tracer.libraries.rows(made) === undefined ? { ...given, made: thing } : thing;
}

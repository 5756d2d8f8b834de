/** What a function or a class of Python says about itself. */
import { bodyOf } from '../../syntax/inner.js';
import type { Tracer } from '../../trace/tracer.js';
import { constant, type ClassValue, type FunctionValue, type Value } from '../../trace/value.js';

/** The text that it begins with. */
export function docstring(tracer: Tracer, value: FunctionValue | ClassValue): Value | undefined {
  if (value.kind === 'function') tracer.touchAll(bodyOf(value.env.module, value.fn));
  const [first] = value.kind === 'function' ? value.fn.body : [];
  const text = value.kind === 'class' ? value.cls.text : first?.kind === 'expression' ? first.value : undefined;
  if (text?.kind !== 'literal' || typeof text.value !== 'string') return undefined;
  return constant(text.value.trim(), tracer.place(text.span, value.env));
}

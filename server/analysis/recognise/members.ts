import type { Tracer } from '../trace/tracer.js';
import { stringOf, type Value } from '../trace/value.js';
import type { Member } from './definition.js';
import { placeOf } from './definition-place.js';

/** What an entry of a set refers to. */
export function memberOf(tracer: Tracer, value: Value): Member | undefined {
  if (value.kind === 'external' && value.call !== undefined) return { at: tracer.place(value.call.node.span, value.call.env) };
  if (value.kind === 'instance') return { at: tracer.place(value.cls.cls.span, value.cls.env) };
  if (value.kind === 'function') return { at: { file: value.env.module.file, span: value.fn.span } };
  if (value.kind === 'object') {
    const at = placeOf(value);
    return at === undefined ? undefined : { at };
  }
  const name = stringOf(value);
  return name === undefined ? undefined : { name };
}

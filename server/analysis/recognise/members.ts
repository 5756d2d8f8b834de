import type { Framework, Place } from '../../../rules/kit/index.js';
import type { Tracer } from '../trace/tracer.js';
import { optionsOf, stringOf, undefinedValue, type ClassValue, type FunctionValue, type Value } from '../trace/value.js';
import type { Member } from './definition.js';
import { placeOf } from './definition-place.js';

/** What an entry of a set refers to. */
export function memberOf(tracer: Tracer, value: Value, framework?: Framework): Member | undefined {
  if (value.kind === 'function' && value.env.module.language === 'python') {
    const mark = value.marks?.findLast(({ by }) => framework?.packages.includes(by.library) === true);
    return { at: mark?.at ?? placeOfItself(value) };
  }
  if (value.kind === 'class' && value.env.module.language === 'python') return { at: placeOfItself(value) };
  if (value.kind === 'external' && value.call !== undefined) return { at: tracer.place(value.call.node.span, value.call.env) };
  if (value.kind === 'instance') return { at: tracer.place(value.cls.cls.span, value.cls.env) };
  if (value.kind === 'object') {
    const at = placeOf(value);
    return at === undefined ? undefined : { at };
  }
  const name = stringOf(value);
  return name === undefined ? undefined : { name };
}

/** A function or a class that is a tool by itself. */
export function placeOfItself(value: FunctionValue | ClassValue): Place {
  return { file: value.env.module.file, span: value.kind === 'function' ? value.fn.span : value.cls.span };
}

/** The items of a list, or the one thing that stands in its place. */
export function itemsOf(value: Value | undefined): readonly Value[] {
  return optionsOf(value ?? undefinedValue).flatMap((option) => (option.kind === 'array' ? option.items.flatMap(optionsOf) : [option]));
}

/** The calls that made the items of a list. */
export function callsIn(tracer: Tracer, value: Value | undefined): readonly Place[] {
  return itemsOf(value).flatMap((item) =>
    item.kind === 'external' && item.call !== undefined ? [tracer.place(item.call.node.span, item.call.env)] : [],
  );
}

/** What a value leaves open and its declared type tells. */
import { optionsOf, union, type Value } from './value.js';

/** It, one of the things that it may be, or what lies in it as a list is not known. */
export function leavesOpen(value: Value): boolean {
  return optionsOf(value).some((option) => isOpen(option) || (option.kind === 'array' && contentOf(option).some(isOpen)));
}

/** A value with the unknown parts that a type describes as the type has them. */
export function toldByType(value: Value, typed: Value): Value {
  return union(
    optionsOf(value).map((option): Value => {
      if (isOpen(option)) return typed;
      const item = option.kind === 'array' && typed.kind === 'array' ? typed.rest : undefined;
      if (option.kind !== 'array' || item === undefined || !contentOf(option).some(isOpen)) return option;
      const items = option.items.map((part) => (isOpen(part) ? item : part));
      return { ...option, items, ...(option.rest === undefined ? {} : { rest: isOpen(option.rest) ? item : option.rest }) };
    }),
  );
}

function contentOf({ items, rest }: Value & { kind: 'array' }): readonly Value[] {
  return rest === undefined ? items : [...items, rest];
}

function isOpen(value: Value): boolean {
  return value.kind === 'unknown' && value.type === undefined;
}

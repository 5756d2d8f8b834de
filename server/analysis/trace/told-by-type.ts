/** What a value leaves open and its declared type tells. */
import { optionsOf, union, type Value } from './value.js';

/** Lists in lists that are looked into. */
const maxDepth = 3;

/** It, one of the things that it may be, or what lies in it as a list is not known. */
export function leavesOpen(value: Value, depth = maxDepth): boolean {
  return optionsOf(value).some((option) => isOpen(option) || hasOpenContent(option, depth));
}

/** A value with the unknown parts that a type describes as the type has them. */
export function toldByType(value: Value, typed: Value, depth = maxDepth): Value {
  return union(
    optionsOf(value).map((option): Value => {
      if (isOpen(option)) return typed;
      const item = option.kind === 'array' && typed.kind === 'array' ? typed.rest : undefined;
      if (option.kind !== 'array' || item === undefined || !hasOpenContent(option, depth)) return option;
      const told = (part: Value) => toldByType(part, item, depth - 1);
      return { ...option, items: option.items.map(told), ...(option.rest === undefined ? {} : { rest: told(option.rest) }) };
    }),
  );
}

function hasOpenContent(value: Value, depth: number): boolean {
  return value.kind === 'array' && depth > 0 && contentOf(value).some((part) => leavesOpen(part, depth - 1));
}

function contentOf({ items, rest }: Value & { kind: 'array' }): readonly Value[] {
  return rest === undefined ? items : [...items, rest];
}

function isOpen(value: Value): boolean {
  return value.kind === 'unknown' && value.type === undefined;
}

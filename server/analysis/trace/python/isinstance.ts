/** What `isinstance` answers. */
import { lineage } from '../bases.js';
import type { Tracer } from '../tracer.js';
import { constant, derived, optionsOf, undefinedValue, union, type Value } from '../value.js';

/** Types of the language that share no object, by what a value of them is known as. */
const builtin: Readonly<Record<string, string>> = {
  dict: 'object',
  frozenset: 'array',
  list: 'array',
  set: 'array',
  tuple: 'array',
  bool: 'number',
  float: 'number',
  int: 'number',
  str: 'text',
};

/** Certain only for objects that were seen to be made: a type that somebody wrote down may be that of a relative. */
export function isInstance(tracer: Tracer, of: Value | undefined, wanted: Value | undefined): Value {
  const open = derived('isinstance', [of ?? undefinedValue, wanted ?? undefinedValue]);
  const classes =
    optionsOf(wanted ?? undefinedValue).length === 1 && wanted?.kind === 'array' && wanted.rest === undefined ? wanted.items : [wanted];
  return union(
    optionsOf(of ?? undefinedValue).map((option) => {
      if (option.kind !== 'instance') return classes.every((one) => isOtherType(option, one)) ? constant(false) : open;
      if (option.args === undefined) return open;
      const line = lineage(tracer, option.cls);
      let isOpen = line.some(({ kind }) => kind === 'unknown');
      for (const one of classes) {
        if (one?.kind === 'class') {
          if (line.some((base) => base.kind === 'class' && base.cls === one.cls)) return constant(true);
        } else if (
          one?.kind === 'external' &&
          line.some((base) => base.kind === 'external' && base.library === one.library && base.path === one.path)
        )
          return constant(true);
        else isOpen = true;
      }
      return isOpen ? open : constant(false);
    }),
  );
}

/** A dictionary that was written down is no list, and so on. */
function isOtherType(value: Value, wanted: Value | undefined): boolean {
  if (wanted?.kind !== 'external' || wanted.library !== 'py:builtins') return false;
  const [type, own] = [builtin[wanted.path], typeOf(value)];
  return type !== undefined && own !== undefined && type !== own;
}

function typeOf(value: Value): string | undefined {
  switch (value.kind) {
    case 'object':
      return value.collection === undefined ? 'object' : undefined;
    case 'array':
    case 'text':
      return value.kind;
    case 'constant':
      return typeof value.value === 'string' ? 'text' : value.value === null ? 'none' : undefined;
    default:
      return undefined;
  }
}

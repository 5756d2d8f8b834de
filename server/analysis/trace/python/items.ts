/** What a loop over a Python value gives. */
import { inputItem, itemOf, openItem } from '../members.js';
import { iterated } from '../protocols.js';
import type { Tracer } from '../tracer.js';
import { enumMembers } from './schema.js';
import { array, constant, derived, partOf, union, unknown, type Value } from '../value.js';

/** Its items, and what stands for those that are not known. A dictionary gives its keys. */
export function itemsOf(tracer: Tracer, value: Value): { readonly items: readonly Value[]; readonly rest?: Value } {
  switch (value.kind) {
    case 'array':
      return value.rest === undefined ? { items: value.items } : { items: value.items, rest: value.rest };
    case 'object': {
      const keys = [...value.properties].map(([key, property]) => constant(key, property.keyAt));
      return value.open ? { items: keys, rest: derived('key', [value]) } : { items: keys };
    }
    case 'union': {
      const all = value.options.map((option) => itemsOf(tracer, option));
      const rests = all.flatMap(({ rest }) => (rest === undefined ? [] : [rest]));
      return { items: all.flatMap(({ items }) => items), ...(rests.length === 0 ? {} : { rest: union(rests) }) };
    }
    case 'input':
      return { items: [], rest: inputItem(value) };
    case 'constant':
      return typeof value.value === 'string' ? { items: [], rest: derived('item', [value]) } : { items: [] };
    case 'unknown':
      return {
        items: [],
        rest: value.type?.node.kind === 'array' ? unknown('item', { node: value.type.node.item, env: value.type.env }) : unknown('item'),
      };
    case 'class': {
      const members = enumMembers(tracer, value);
      return members === undefined ? { items: [], rest: partOf('item', value) } : { items: members };
    }
    case 'instance': {
      const { all, each } = iterated(tracer, value);
      return all === undefined || all.kind === 'instance' ? { items: [], rest: each ?? partOf('item', value) } : itemsOf(tracer, all);
    }
    case 'external':
      return { items: [], rest: itemOf(tracer, value) ?? openItem(tracer, value) ?? partOf('item', value) };
    default:
      return { items: [], rest: partOf('item', value) };
  }
}

/** What iterating over a value gives, as a list. */
export function listOf(tracer: Tracer, value: Value): Value & { kind: 'array' } {
  if (value.kind === 'array') return array(value.items, value.rest);
  const { items, rest } = itemsOf(tracer, value);
  return array(items, rest);
}

/** Values of which only the type is known, where that is one of the language. */
import { array, derived, record, unknown, type ExternalValue, type Value } from '../value.js';

const plain: ReadonlySet<string> = new Set('str int float bool bytes bytearray complex object'.split(' '));
const lists: ReadonlySet<string> = new Set(
  'list tuple set frozenset List Tuple Set FrozenSet Sequence Iterable Iterator Collection deque'.split(' '),
);
const dictionaries: ReadonlySet<string> = new Set(
  'dict Dict Mapping MutableMapping DefaultDict defaultdict OrderedDict Counter'.split(' '),
);

/** `undefined` for types of packages. `args` are values of the types in brackets. */
export function dataOfType({ library, path }: ExternalValue, args: () => readonly Value[]): Value | undefined {
  if (library !== 'py:builtins' && library !== 'py:typing' && library !== 'py:collections' && library !== 'py:collections.abc')
    return undefined;
  const name = path.slice(path.lastIndexOf('.') + 1);
  if (plain.has(name)) return derived(`a ${name}`, []);
  if (lists.has(name)) return array([], args()[0] ?? unknown('item'));
  if (dictionaries.has(name)) {
    const value = args()[1];
    return { ...record({}, true), others: value === undefined ? [] : [value] };
  }
  return unknown(`value of type \`${name}\``);
}

/** Values of which only the type is known, where that is one of the language. */
import { array, derived, nextId, record, unknown, type ExternalValue, type Value } from '../value.js';

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

const typing: ReadonlySet<string> = new Set(['py:typing', 'py:typing_extensions']);

/** `Literal['a', 'b']`, as a value that has a name of its own; what `Annotated` says of a type is left out. */
export function literalType(of: ExternalValue, key: Value): Value | undefined {
  if (!typing.has(of.library)) return undefined;
  const keys = key.kind === 'array' ? key.items : [key];
  if (of.path === 'Annotated') return keys[0];
  return of.path === 'Literal' ? { kind: 'external', id: nextId(), library: of.library, path: 'Literal[]', args: keys } : undefined;
}

/** The values that such a type allows. */
export function literalsOf(value: Value): readonly Value[] | undefined {
  return value.kind === 'external' && typing.has(value.library) && value.path === 'Literal[]' ? value.args : undefined;
}

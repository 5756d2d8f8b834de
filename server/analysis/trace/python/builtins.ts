/** What calls of Python's own functions give, as far as it is more than data. */
import type { Env } from '../env.js';
import { memberNamed, memberOf } from '../members.js';
import type { Tracer } from '../tracer.js';
import {
  array,
  constant,
  derived,
  isWhole,
  lacking,
  nextId,
  optionsOf,
  record,
  stringOf,
  union,
  unknown,
  type ExternalValue,
  type ObjectValue,
  type Property,
  type Value,
} from '../value.js';
import { awaited } from '../awaiting.js';
import { answerOf, protocolsFor } from '../protocols.js';
import { keywordsIn, positional } from './arguments.js';
import { isInstance } from './isinstance.js';
import { listOf } from './items.js';
import { loaded } from './loading.js';
import { variableNamed } from './settings.js';
import { literalsOf } from './types.js';

const none = constant(null);
const builtins = 'py:builtins';

/** A call of a function of the language or of its library that values depend on; `undefined` when data says enough. */
export function pythonCall(tracer: Tracer, { library, path }: ExternalValue, args: readonly Value[], env: Env): Value | undefined {
  const given = positional(args);
  const [first, second, third] = given;
  const called = library === builtins ? path : `${library.slice(3)}.${path}`;
  switch (called) {
    case 'dict':
    case 'collections.OrderedDict':
      return dictionary(first, keywordsIn(args));
    case 'collections.defaultdict':
      return { ...record({}, true) };
    case 'list':
    case 'tuple':
    case 'set':
    case 'frozenset':
    case 'sorted':
    case 'reversed':
    case 'iter':
    case 'aiter':
      return first === undefined ? array([]) : listOf(tracer, first);
    case 'enumerate':
      return first === undefined
        ? undefined
        : pairs(listOf(tracer, first), (item, i) => array([i === undefined ? derived('index', []) : constant(i), item]));
    case 'zip':
      return zipped(given.map((list) => listOf(tracer, list)));
    case 'filter': {
      const list = second === undefined ? undefined : listOf(tracer, second);
      return list?.kind === 'array' ? lacking(list) : list;
    }
    case 'map':
      return second === undefined ? undefined : mapped(tracer, first, listOf(tracer, second));
    case 'str':
    case 'repr':
      if (first?.kind === 'instance') return answerOf(tracer, first, ['__str__', '__repr__'], []) ?? asText(first);
      return first === undefined ? constant('') : asText(first);
    case 'int':
    case 'float':
    case 'bool':
    case 'bytes':
      return asNumber(path, given);
    case 'len':
      return lengthOf(first) ?? derived('len', given);
    case 'any':
    case 'all':
      return first === undefined ? undefined : decided(listOf(tracer, first), path === 'any', given);
    case 'getattr': {
      const name = stringOf(second);
      if (first === undefined || name === undefined)
        return first === undefined ? undefined : memberNamed(tracer, first, second ?? unknown('name'));
      const found = memberOf(tracer, first, name);
      const isThere = optionsOf(found).every(({ kind, ...rest }) => kind !== 'constant' || ('value' in rest && rest.value !== undefined));
      return third === undefined || isThere ? found : union([...optionsOf(found).filter(({ kind }) => kind !== 'constant'), third]);
    }
    case 'itertools.count':
      return derived('itertools.count', given);
    case 'anext':
    case 'next':
      if (first?.kind === 'derived' && first.operation === 'itertools.count') return { ...derived('count++', []), fresh: true };
      if (first?.kind === 'instance') return answerOf(tracer, first, protocolsFor(first).next, []);
      return first?.kind === 'array'
        ? union([...first.items, ...(first.rest ? [first.rest] : []), ...(second ? [second] : [])])
        : undefined;
    case 'type':
      return first?.kind === 'instance' ? first.cls : undefined;
    case 'vars':
    case 'globals':
    case 'locals':
      return given.length === 0 && path === 'globals' ? { kind: 'namespace', file: env.module.file } : undefined;
    case 'callable':
      return first?.kind === 'function' || first?.kind === 'class' ? constant(true) : derived('callable', given);
    // What a function returns may be one; the function itself is not.
    case 'inspect.iscoroutine':
    case 'asyncio.iscoroutine':
    case 'inspect.isawaitable':
      return first?.kind === 'function' || first?.kind === 'class' ? constant(false) : derived(path, given);
    case 'isinstance':
      return isInstance(tracer, first, second);
    case 'functools.partial':
    case 'functools.partialmethod':
      return first?.kind === 'function'
        ? { ...first, id: nextId(), bound: [...(first.bound ?? []), ...given.slice(1), ...(keywordsIn(args) ? [keywordsIn(args)!] : [])] }
        : undefined;
    case 'os.getenv':
      return variableNamed(first, second);
    case 'itertools.chain':
      return given
        .map((list) => listOf(tracer, list))
        .reduce((all, list) => array([...all.items, ...list.items], list.rest ?? all.rest), array([]));
    case 'asyncio.gather':
      return array(given.map((one) => awaited(tracer, one)));
    case 'asyncio.run':
    case 'asyncio.wait_for':
    case 'asyncio.create_task':
    case 'asyncio.ensure_future':
    case 'asyncio.shield':
    case 'copy.copy':
    case 'copy.deepcopy':
    case 'typing.get_args':
    case 'typing_extensions.get_args': {
      const literals = first === undefined ? undefined : literalsOf(first);
      return literals === undefined ? undefined : array(literals);
    }
    case 'typing.cast':
      if (path === 'cast') return second;
      return first === undefined || called.startsWith('copy.') ? first : awaited(tracer, first);
    default:
      return loaded(tracer, called, args, env);
  }
}

function dictionary(from: Value | undefined, byName: ObjectValue | undefined): Value {
  const base = from === undefined ? record({}) : asDictionary(from);
  if (base === undefined || byName === undefined) return base ?? byName ?? record({});
  return { ...base, id: nextId(), properties: new Map([...base.properties, ...byName.properties]), open: base.open || byName.open };
}

function asDictionary(from: Value): ObjectValue {
  if (from.kind === 'object') return { ...from, id: nextId(), keywords: undefined };
  if (from.kind !== 'array') return { ...record({}, true), others: [derived('item', [from])] };
  const properties = new Map<string, Property>();
  const others: Value[] = [];
  let open = from.rest !== undefined || from.mayLack !== undefined;
  for (const pair of [...from.items, ...(from.rest === undefined ? [] : [from.rest])]) {
    const [key, value] = pair.kind === 'array' ? pair.items : [];
    if (key?.kind === 'constant' && value !== undefined && pair !== from.rest)
      properties.set(String(key.value), { value: () => value, ...(key.at === undefined ? {} : { keyAt: key.at }) });
    else {
      open = true;
      if (value !== undefined) others.push(value);
    }
  }
  return { kind: 'object', id: nextId(), properties, open, others };
}

function pairs(list: Value & { kind: 'array' }, make: (item: Value, index: number | undefined) => Value): Value {
  return array(
    list.items.map((item, i) => make(item, i)),
    list.rest === undefined ? undefined : make(list.rest, undefined),
  );
}

function zipped(lists: readonly (Value & { kind: 'array' })[]): Value {
  const count = Math.min(...lists.map(({ items, rest }) => (rest === undefined ? items.length : Infinity)));
  const known = Number.isFinite(count) ? count : Math.max(0, ...lists.map(({ items }) => items.length));
  const at = (i: number): Value => array(lists.map(({ items, rest }) => items[i] ?? rest ?? none));
  const open = lists.some(({ rest }) => rest !== undefined);
  return array(
    Array.from({ length: known }, (_, i) => at(i)),
    open ? array(lists.map(({ rest, items }) => rest ?? union(items))) : undefined,
  );
}

function mapped(tracer: Tracer, fn: Value | undefined, list: Value & { kind: 'array' }): Value {
  const each = (item: Value): Value =>
    union(
      optionsOf(fn ?? unknown('function')).map((option) =>
        option.kind === 'function'
          ? tracer.callFunction(option, [item])
          : option.kind === 'external'
            ? derived('call', [item])
            : unknown('result'),
      ),
    );
  return array(list.items.map(each), list.rest === undefined ? undefined : each(list.rest));
}

function lengthOf(value: Value | undefined): Value | undefined {
  if (value?.kind === 'array') return isWhole(value) ? constant(value.items.length) : undefined;
  // What was put into a dictionary later may not be there each time.
  if (value?.kind !== 'object' || value.open || value.grownFrom !== undefined || value.cell !== undefined) return undefined;
  const { node } = value;
  const isWritten = ({ written }: Property): boolean => written !== undefined && node !== undefined && written.within.span === node.span;
  return [...value.properties.values()].every(isWritten) ? constant(value.properties.size) : undefined;
}

/** `any(…)` is true when one item is, `all(…)` false when one is not; otherwise all have to be known. */
function decided(list: Value & { kind: 'array' }, word: boolean, given: readonly Value[]): Value {
  const [name, items] = [word ? 'any' : 'all', isWhole(list) ? list.items : [...list.items, unknown('item')]];
  const told = items.map((item) => (item.kind === 'constant' ? Boolean(item.value) : undefined));
  if (told.includes(word)) return constant(word);
  return told.includes(undefined) ? derived(name, given) : constant(!word);
}

/** A number that a text or another number is; anything else is data. */
function asNumber(type: string, given: readonly Value[]): Value {
  const [first] = given;
  const known = first?.kind === 'constant' && type !== 'bytes' && given.length === 1 ? first.value : undefined;
  if (type === 'bool' && known !== undefined) return constant(Boolean(known));
  const number = typeof known === 'string' && known.trim() !== '' ? Number(known) : known;
  return typeof number === 'number' && !Number.isNaN(number)
    ? constant(type === 'int' ? Math.trunc(number) : number)
    : derived(type, given);
}

function asText(value: Value): Value {
  if (value.kind === 'constant') return typeof value.value === 'string' ? value : constant(String(value.value));
  return value.kind === 'text' || value.kind === 'environment' || value.kind === 'input' ? value : derived('str', [value]);
}

/** Functions of the language itself whose results matter: what is made of objects, lists and promises. */
import { withCell } from './cells.js';
import {
  array,
  constant,
  derived,
  lacking,
  nextId,
  optionsOf,
  record,
  stringOf,
  undefinedValue,
  union,
  unknown,
  unnamedEntries,
  type ArrayValue,
  type ObjectValue,
  type Property,
  type Value,
} from './value.js';

/** The value of a call of a global function; `undefined` when the library tables decide. */
export function globalCall(path: string, args: readonly Value[], isNew: boolean): Value | undefined {
  const [first, second] = args;
  if (isNew) return constructed(path, args);
  switch (path) {
    case 'Object.entries':
    case 'Object.values':
    case 'Object.keys':
      return union(optionsOf(first ?? undefinedValue).map((option) => listed(path, option)));
    case 'Object.assign':
      return merged(args);
    case 'Object.freeze':
    case 'Object.seal':
    case 'structuredClone':
    case 'Promise.resolve':
      return first ?? undefinedValue;
    case 'JSON.parse':
      // The model's arguments come as text.
      return first?.kind === 'input' ? first : undefined;
    case 'Object.fromEntries':
      return fromEntries(first);
    case 'Object.create':
      return first?.kind === 'constant' ? withCell(record({})) : derived('Object.create', args);
    case 'Array.from': {
      const list = first === undefined ? array([]) : asList(first);
      return second === undefined ? list : undefined;
    }
    case 'Array.of':
      return array(args);
    case 'Array.isArray':
      return first?.kind === 'array'
        ? constant(true)
        : first?.kind === 'object' || first?.kind === 'constant'
          ? constant(false)
          : derived('isArray', args);
    case 'Promise.allSettled':
      return first?.kind === 'array'
        ? array(first.items.map(settled), first.rest === undefined ? undefined : settled(first.rest))
        : derived('all', args);
    case 'Promise.all':
      return first === undefined ? array([]) : first.kind === 'array' ? first : derived('all', [first]);
    case 'Promise.race':
    case 'Promise.any':
      return first?.kind === 'array' ? union([...first.items, ...(first.rest === undefined ? [] : [first.rest])]) : derived('race', args);
    case 'Promise.reject':
      return undefinedValue;
    case 'String': {
      const text = stringOf(first);
      return text === undefined
        ? first === undefined
          ? constant('')
          : first.kind === 'text'
            ? first
            : derived('String', args)
        : constant(text);
    }
    case 'Boolean':
    case 'Number':
      return derived(path, args);
    default:
      return undefined;
  }
}

/** How a promise ended is not known before. */
function settled(value: Value): Value {
  return record({ status: derived('status', []), value, reason: derived('error', []) });
}

function constructed(path: string, args: readonly Value[]): Value | undefined {
  const [first] = args;
  switch (path) {
    case 'Map':
    case 'WeakMap':
      return first === undefined || first.kind === 'constant' ? collection('map', new Map(), false) : fromPairs(first);
    case 'Set':
    case 'WeakSet': {
      if (first === undefined || first.kind === 'constant') return collection('set', new Map(), false);
      const list = asList(first);
      const entries = list.items.map((item): [string, Property] => [
        item.kind === 'constant' ? String(item.value) : `#${nextId()}`,
        { value: () => item },
      ]);
      return collection('set', new Map(entries), list.rest !== undefined || list.items.some((item) => item.kind !== 'constant'));
    }
    case 'Headers':
      if (first?.kind === 'object') return collection('map', first.properties, first.open, first.others);
      return first === undefined || first.kind === 'array' ? constructed('Map', args) : undefined;
    case 'Array':
      return array([], derived('item', args));
    case 'Proxy':
      return proxied(first ?? undefinedValue, args[1]);
    default:
      return undefined;
  }
}

/** The object itself, and for what it does not have, the function that stands in. */
function proxied(target: Value, handler: Value | undefined): Value {
  const trap = handler?.kind === 'object' ? handler.properties.get('get')?.value() : undefined;
  return target.kind === 'object' && target.collection === undefined && trap?.kind === 'function'
    ? { ...target, id: nextId(), trap }
    : target;
}

function collection(
  kind: 'map' | 'set',
  properties: ReadonlyMap<string, Property>,
  open: boolean,
  others: readonly Value[] = [],
): ObjectValue {
  return withCell({ kind: 'object', id: nextId(), properties, open, others, collection: kind });
}

function fromPairs(value: Value): Value {
  const plain = fromEntries(value);
  return plain.kind === 'object' ? withCell({ ...plain, id: nextId(), collection: 'map' }) : collection('map', new Map(), true, [plain]);
}

function fromEntries(value: Value | undefined): Value {
  if (value?.kind !== 'array') return derived('fromEntries', value === undefined ? [] : [value]);
  const properties = new Map<string, Property>();
  const others: Value[] = [];
  let open = value.rest !== undefined;
  for (const pair of value.items) {
    if (pair.kind !== 'array' || pair.items.length < 2) {
      open = true;
      continue;
    }
    const [key, item] = [pair.items[0]!, pair.items[1]!];
    if (key.kind === 'constant')
      properties.set(String(key.value), { value: () => item, ...(key.at === undefined ? {} : { keyAt: key.at }) });
    else {
      open = true;
      others.push(item);
    }
  }
  return { kind: 'object', id: nextId(), properties, open, others };
}

/** What runs over a value meets, one by one. */
export function asList(value: Value): ArrayValue {
  if (value.kind === 'array') return value;
  if (value.kind === 'object' && value.collection === 'set')
    return array(
      [...value.properties.values()].map((property) => property.value()),
      value.others.length > 0 ? union(value.others) : value.open ? derived('item', [value]) : undefined,
    );
  if (value.kind === 'object' && value.collection === 'map') {
    const unnamed = unnamedEntries(value);
    return array(
      [...value.properties].map(([key, property]) => array([constant(key, property.keyAt), property.value()])),
      unnamed.length > 0 ? union(unnamed) : undefined,
    );
  }
  return array([], derived('item', [value]));
}

/** What was put into an object later, or spread into it, may not be there each time. */
function listed(path: string, value: Value): Value {
  const all = listOf(path, value);
  if (value.kind !== 'object' || all.kind !== 'array') return all;
  const { node } = value;
  const isWritten = ({ written }: Property): boolean => written !== undefined && node !== undefined && written.within.span === node.span;
  return [...value.properties.values()].every(isWritten) ? all : lacking(all);
}

/** Keys are text; what stands under them may be anything. */
function itemOfUnknown(path: string): Value {
  const [key, value] = [derived('key', []), unknown('value of an object')];
  return path === 'Object.keys' ? key : path === 'Object.values' ? value : array([key, value]);
}

function listOf(path: string, value: Value): Value {
  if (value.kind === 'array') return path === 'Object.values' ? value : derived('list', [value]);
  if (value.kind === 'unknown') return array([], itemOfUnknown(path));
  if (value.kind !== 'object') return value.kind === 'constant' ? array([]) : array([], derived('item', [value]));
  const pairs = [...value.properties];
  const rest = value.open ? union(value.others.length > 0 ? value.others : [derived('item', [value])]) : undefined;
  switch (path) {
    case 'Object.keys':
      return array(
        pairs.map(([key, property]) => constant(key, property.keyAt)),
        rest === undefined ? undefined : derived('key', [value]),
      );
    case 'Object.values':
      return array(
        pairs.map(([, property]) => property.value()),
        rest,
      );
    default:
      return array(
        pairs.map(([key, property]) => array([constant(key, property.keyAt), property.value()])),
        rest === undefined ? undefined : array([derived('key', [value]), rest]),
      );
  }
}

function merged(args: readonly Value[]): Value {
  const properties = new Map<string, Property>();
  const others: Value[] = [];
  let open = false;
  for (const arg of args) {
    if (arg.kind !== 'object') {
      if (arg.kind === 'function') return arg;
      if (arg.kind !== 'constant') {
        open = true;
        others.push(arg);
      }
      continue;
    }
    for (const [key, property] of arg.properties) properties.set(key, property);
    others.push(...arg.others);
    open ||= arg.open;
  }
  const base = args[0];
  return {
    kind: 'object',
    id: nextId(),
    properties,
    open,
    others,
    ...(base?.kind === 'object' && base.node !== undefined ? { node: base.node, file: base.file } : {}),
  };
}

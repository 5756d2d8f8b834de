/** Methods of Python's dictionaries, lists, sets and texts, computed as far as their values are known. */
import { memberOf } from '../members.js';
import type { Tracer } from '../tracer.js';
import {
  array,
  constant,
  derived,
  isWhole,
  lacking,
  nextId,
  stringOf,
  undefinedValue,
  union,
  unknown,
  type ArrayValue,
  type ExternalValue,
  type InstanceValue,
  type ObjectValue,
  type Value,
} from '../value.js';
import { typeInstance } from '../type-instance.js';
import { keyOf } from '../value-keys.js';
import { answerOf, has } from '../protocols.js';
import { positional } from './arguments.js';
import { heirsOf } from './heirs.js';
import { listedBy } from './loading.js';
import { schemaMethod } from './schema.js';
import { variableNamed } from './settings.js';
import { textMethod } from './text.js';

const none = constant(null);

/** The value of `receiver.method(args)`; `undefined` when the receiver's own member decides. */
export function pythonMethod(tracer: Tracer, receiver: Value, method: string, args: readonly Value[]): Value | undefined {
  if (method === 'slice') return sliced(tracer, receiver, args);
  // A coroutine is not told apart from what it comes to.
  if (method === '__await__' && (receiver.kind !== 'instance' || !has(tracer, receiver.cls, method))) return receiver;
  switch (receiver.kind) {
    case 'object':
      return dictionaryMethod(receiver, method, args);
    case 'array':
      return listMethod(receiver, method, args);
    case 'constant':
      return typeof receiver.value === 'string' ? textMethod(receiver.value, method, args) : undefined;
    case 'text': {
      const [first] = receiver.parts;
      const wanted = stringOf(args[0]);
      if (method === 'startswith' && typeof first === 'string' && wanted !== undefined && first.length >= wanted.length)
        return constant(first.startsWith(wanted));
      return method === 'strip' || method === 'rstrip' || method === 'lstrip' ? receiver : undefined;
    }
    case 'environment':
      return method === 'strip' || method === 'rstrip' || method === 'lstrip' ? receiver : undefined;
    case 'class':
      if (method === '__subclasses__') return heirsOf(receiver.cls);
      return method === '__new__' && !receiver.cls.members.some(({ name }) => name === method)
        ? typeInstance(receiver)
        : schemaMethod(tracer, receiver, method);
    case 'function':
      return method === '__call__' ? tracer.callFunction(receiver, args) : undefined;
    case 'external':
      return variableOf(receiver, method, args) ?? listedBy(tracer, receiver, method);
    case 'input':
      return passed(tracer, receiver, method, args);
    default:
      return undefined;
  }
}

/** `os.environ.get('API_URL', 'http://localhost')`: the variable, or what stands in for it. */
function variableOf({ library, path }: ExternalValue, method: string, args: readonly Value[]): Value | undefined {
  if (library !== 'py:os' || path !== 'environ' || (method !== 'get' && method !== 'pop' && method !== 'setdefault')) return undefined;
  const [first, second] = positional(args);
  return variableNamed(first, second);
}

/** `arguments.get('action', 'list')`: what the model passes under a name, or what is said for when it passes nothing. */
function passed(tracer: Tracer, of: Value, method: string, args: readonly Value[]): Value | undefined {
  const [first, second] = positional(args);
  const key = stringOf(first);
  if (key === undefined || (method !== 'get' && method !== 'pop' && method !== 'setdefault')) return undefined;
  const value = memberOf(tracer, of, key);
  if (value.kind === 'constant' && (value.value === undefined || value.value === null)) return second ?? none;
  return second === undefined || value.kind === 'constant' ? value : union([value, second]);
}

/** `value[from:to]`. A part of what a package hands out is handed out as well. */
function sliced(tracer: Tracer, receiver: Value, args: readonly Value[]): Value {
  const [from, to, step] = args.map((arg) => (arg.kind === 'constant' ? arg.value : null));
  const known = (bound: unknown): bound is number | undefined => bound === undefined || typeof bound === 'number';
  const isKnown = step === undefined && known(from) && known(to);
  if (receiver.kind === 'external') return receiver;
  const answer = receiver.kind === 'instance' ? answerOf(tracer, receiver, ['__getitem__'], [derived('slice', args)]) : undefined;
  if (answer !== undefined) return answer;
  if (receiver.kind === 'array') {
    if (isKnown && isWhole(receiver)) return array(receiver.items.slice(from, to));
    if (isKnown && to === undefined && from !== undefined && from >= 0 && receiver.mayLack === undefined && from <= receiver.items.length)
      return array(receiver.items.slice(from), receiver.rest);
    return lacking(receiver);
  }
  if (receiver.kind === 'constant' && typeof receiver.value === 'string' && isKnown) return constant(receiver.value.slice(from, to));
  return derived('.slice()', [receiver]);
}

function dictionaryMethod(of: ObjectValue, method: string, args: readonly Value[]): Value | undefined {
  const [first, second] = positional(args);
  const key = first?.kind === 'constant' ? String(first.value) : undefined;
  const pairs = [...of.properties];
  const rest = of.open ? union(of.others.length > 0 ? of.others : [unknown('entry of a dictionary')]) : undefined;
  const mayLack = of.grownFrom !== undefined;
  const list = (items: readonly Value[], more: Value | undefined): ArrayValue =>
    mayLack ? lacking(array(items, more)) : array(items, more);
  switch (method) {
    case 'get':
    case 'pop':
    case 'setdefault':
      return entry(of, first, key, second ?? none);
    case 'items':
      return list(
        pairs.map(([name, property]) => array([constant(name, property.keyAt), property.value()])),
        rest === undefined ? undefined : array([derived('key', [of]), rest]),
      );
    case 'keys':
      return list(
        pairs.map(([name, property]) => constant(name, property.keyAt)),
        rest === undefined ? undefined : derived('key', [of]),
      );
    case 'values':
      return list(
        pairs.map(([, property]) => property.value()),
        rest,
      );
    case 'copy':
      return { ...of, id: nextId() };
    case 'update':
    case 'clear':
      return none;
    case 'popitem':
      return derived('item', [of]);
    default:
      return undefined;
  }
}

/** What stands under a key, or what is said for when nothing does. */
function entry(of: ObjectValue, named: Value | undefined, key: string | undefined, otherwise: Value): Value {
  if (key === undefined) {
    const values = [...of.properties.values()].map((property) => property.value());
    return union([
      ...values,
      ...of.others,
      ...(of.open && of.others.length === 0 ? [derived('item', [of, ...(named ? [named] : [])])] : []),
      otherwise,
    ]);
  }
  const property = of.properties.get(key);
  if (property !== undefined) {
    const isOld = of.grownFrom === undefined || of.grownFrom.properties.has(key);
    return isOld ? property.value() : union([property.value(), otherwise]);
  }
  if (!of.open && of.cell === undefined) return otherwise;
  return union([...(of.others.length > 0 ? of.others : [unknown('entry of a dictionary')]), otherwise]);
}

function listMethod(list: ArrayValue, method: string, args: readonly Value[]): Value | undefined {
  const [first] = positional(args);
  const any = (): Value => union([...list.items, ...(list.rest === undefined ? [] : [list.rest])]);
  switch (method) {
    case 'append':
    case 'extend':
    case 'insert':
    case 'remove':
    case 'clear':
    case 'sort':
    case 'reverse':
    case 'add':
    case 'discard':
    case 'update':
      return none;
    case 'copy':
      return array(list.items, list.rest);
    case 'pop':
      return list.items.length === 0 ? (list.rest ?? undefinedValue) : any();
    case 'index':
    case 'count':
      return derived(method, [list]);
    case 'union':
      return first?.kind === 'array'
        ? array([...list.items, ...first.items], first.rest ?? list.rest)
        : array(list.items, derived('item', args));
    case 'intersection':
    case 'difference':
    case 'symmetric_difference':
      return lacking(list);
    default:
      return undefined;
  }
}

/** `item in list`, `key in dictionary`, `part in text`; `undefined` when it could not be told. */
export function contains(item: Value, whole: Value): boolean | undefined {
  if (whole.kind === 'object') {
    if (item.kind !== 'constant' || whole.grownFrom !== undefined || whole.cell !== undefined) return undefined;
    if (whole.properties.has(String(item.value))) return true;
    return whole.open ? undefined : false;
  }
  if (whole.kind === 'array') {
    if (item.kind !== 'constant') return undefined;
    if (whole.items.some((one) => keyOf(one) === keyOf(item)) && whole.mayLack === undefined) return true;
    return isWhole(whole) && whole.items.every(({ kind }) => kind === 'constant') ? false : undefined;
  }
  const [text, part] = [stringOf(whole), stringOf(item)];
  return text === undefined || part === undefined ? undefined : text.includes(part);
}

/** What is true of a value in Python: empty lists and dictionaries are not, and objects of some classes say it themselves. */
export function pythonTruth(value: Value, saysItself: (instance: InstanceValue) => boolean): boolean | undefined {
  switch (value.kind) {
    case 'constant':
      return Boolean(value.value);
    case 'array':
      if (value.items.some((item) => value.mayLack?.includes(item) !== true)) return true;
      return value.items.length === 0 && isWhole(value) && value.cell === undefined ? false : undefined;
    case 'object':
      if (value.collection !== undefined) return undefined;
      if (value.properties.size > 0 && value.grownFrom === undefined) return true;
      return value.properties.size === 0 && !value.open && value.cell === undefined ? false : undefined;
    case 'function':
    case 'class':
    case 'namespace':
      return true;
    case 'instance':
      return saysItself(value) ? undefined : true;
    case 'union': {
      const first = pythonTruth(value.options[0]!, saysItself);
      return value.options.every((option) => pythonTruth(option, saysItself) === first) ? first : undefined;
    }
    case 'text':
      return value.parts.some((part) => typeof part === 'string' && part !== '') ? true : undefined;
    default:
      return undefined;
  }
}

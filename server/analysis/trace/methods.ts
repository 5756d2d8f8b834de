/** Methods of built-in values: arrays, strings, maps, sets, functions and promises, computed as far as their values are known. */
import type { Tracer } from './tracer.js';
import { joinText } from './literals.js';
import {
  array,
  constant,
  derived,
  isWhole,
  lacking,
  nextId,
  optionsOf,
  stringOf,
  truthiness,
  undefinedValue,
  union,
  unknown,
  unnamedEntries,
  type ArrayValue,
  type FunctionValue,
  type ObjectValue,
  type TextValue,
  type Value,
  someEntry,
} from './value.js';
import { keyOf } from './value-keys.js';

/** The value of `receiver.method(args)`; `undefined` when the receiver's own member decides. */
export function methodCall(tracer: Tracer, receiver: Value, method: string, args: readonly Value[], member: Value): Value | undefined {
  // What a function promises is not told apart from the promise; only a `then` of its own is something else.
  if (method === 'then' && member.kind !== 'function') return thenResult(tracer, receiver, args);
  if ((method === 'catch' || method === 'finally') && member.kind !== 'function') return receiver;
  if (receiver.kind === 'external' && method === 'bind' && !receiver.path.endsWith('#')) return receiver;
  switch (receiver.kind) {
    case 'array':
      return arrayMethod(tracer, receiver, method, args);
    case 'function':
      return functionMethod(tracer, receiver, method, args);
    case 'object':
      return receiver.collection !== undefined
        ? collectionMethod(receiver, method, args)
        : member.kind === 'constant'
          ? objectMethod(receiver, method, args)
          : undefined;
    case 'constant':
      return typeof receiver.value === 'string' ? stringMethod(receiver.value, method, args) : undefined;
    case 'text':
      return (
        textTest(receiver, method, args[0]) ??
        (method === 'trim' || method === 'toString' ? receiver : method === 'concat' ? joinText([receiver, ...args]) : undefined)
      );
    default:
      return undefined;
  }
}

/** What the known parts of a text decide. */
function textTest({ parts }: TextValue, method: string, wanted: Value | undefined): Value | undefined {
  const text = stringOf(wanted);
  const [first, last] = [parts[0], parts[parts.length - 1]];
  if (text === undefined) return undefined;
  if (method === 'startsWith' && typeof first === 'string' && first.length >= text.length) return constant(first.startsWith(text));
  if (method === 'endsWith' && typeof last === 'string' && last.length >= text.length) return constant(last.endsWith(text));
  return method === 'includes' && parts.some((part) => typeof part === 'string' && part.includes(text)) ? constant(true) : undefined;
}

function thenResult(tracer: Tracer, receiver: Value, args: readonly Value[]): Value | undefined {
  const callback = args[0];
  if (callback === undefined) return receiver;
  return union(
    optionsOf(callback).map((option) =>
      option.kind === 'function' ? tracer.callFunction(option, [receiver]) : derived('.then()', [receiver]),
    ),
  );
}

function functionMethod(tracer: Tracer, fn: FunctionValue, method: string, args: readonly Value[]): Value | undefined {
  switch (method) {
    case 'bind':
      return { ...fn, id: nextId(), ...selfOf(fn, args[0]), bound: [...(fn.bound ?? []), ...args.slice(1)] };
    case 'call':
      return tracer.callFunction({ ...fn, ...selfOf(fn, args[0]) }, args.slice(1));
    case 'apply': {
      const list = args[1];
      return tracer.callFunction(
        { ...fn, ...selfOf(fn, args[0]) },
        list?.kind === 'array' ? list.items : list === undefined ? [] : [derived('item', [list])],
      );
    }
    default:
      return undefined;
  }
}

/** A fixed `this`; arrow functions keep their own. */
export function selfOf(fn: FunctionValue, self: Value | undefined): { readonly self?: Value } {
  return fn.fn.arrow || self === undefined || self.kind === 'constant' ? {} : { self };
}

/** Calls a callback; a value that is no known function gives data. */
function applied(tracer: Tracer, callback: Value | undefined, args: readonly Value[]): Value {
  if (callback === undefined) return undefinedValue;
  return union(
    optionsOf(callback).map((option) => {
      if (option.kind === 'function') return tracer.callFunction(option, args);
      if (option.kind === 'external' && option.library === 'global' && option.path === 'Boolean')
        return constant(args[0] === undefined ? false : (truthiness(args[0]) ?? true));
      return option.kind === 'unknown' ? unknown('result of an unknown callback') : derived('callback', args);
    }),
  );
}

function arrayMethod(tracer: Tracer, list: ArrayValue, method: string, args: readonly Value[]): Value | undefined {
  const [first] = args;
  const each = (item: Value, index: number): Value => applied(tracer, first, [item, constant(index)]);
  switch (method) {
    case 'map': {
      const rest = list.rest === undefined ? undefined : applied(tracer, first, [list.rest, derived('index', [])]);
      const mapped = array(list.items.map(each), rest);
      return list.mayLack ? lacking(mapped) : mapped;
    }
    case 'flatMap': {
      const mapped = array(
        list.items.map(each),
        list.rest === undefined ? undefined : applied(tracer, first, [list.rest, derived('index', [])]),
      );
      return flattened(mapped);
    }
    case 'flat':
      return flattened(list);
    case 'filter': {
      const answers = list.items.map((item, i) => truthiness(each(item, i)));
      const kept = array(
        list.items.filter((_, i) => answers[i] !== false),
        list.rest,
      );
      return answers.includes(undefined) || list.mayLack ? lacking(kept) : kept;
    }
    case 'find':
    case 'findLast':
      return lookedUp(list, each);
    case 'some':
    case 'every': {
      const answers = list.items.map((item, i) => truthiness(each(item, i)));
      if (!isWhole(list) || answers.includes(undefined)) return derived(method, [list]);
      return constant(method === 'some' ? answers.includes(true) : answers.every((answer) => answer === true));
    }
    case 'concat':
      return args.reduce<ArrayValue>(
        (all, arg) =>
          arg.kind === 'array' ? array([...all.items, ...arg.items], arg.rest ?? all.rest) : array([...all.items, arg], all.rest),
        list,
      );
    case 'slice': {
      const from = first === undefined ? 0 : numberOf(first);
      const to = args[1] === undefined ? undefined : numberOf(args[1]);
      if (from === undefined || (args[1] !== undefined && to === undefined))
        return array([], union([...list.items, ...(list.rest === undefined ? [] : [list.rest])]));
      return array(list.items.slice(from, to), list.rest);
    }
    case 'reverse':
    case 'sort':
    case 'toSorted':
    case 'toReversed':
      return isWhole(list) ? array(list.items) : list;
    case 'includes':
    case 'indexOf':
      return includes(list, first, method);
    case 'join': {
      const separator = first === undefined ? ',' : stringOf(first);
      if (separator === undefined || list.rest !== undefined) return derived('join', [list]);
      return joinText(list.items.flatMap((item, i) => (i === 0 ? [item] : [separator, item])));
    }
    case 'at':
      return numberOf(first ?? undefinedValue) === -1 ? (list.items[list.items.length - 1] ?? undefinedValue) : undefined;
    case 'pop':
      return list.items[list.items.length - 1] ?? list.rest ?? undefinedValue;
    case 'shift':
      return list.items[0] ?? list.rest ?? undefinedValue;
    case 'reduce':
      return reduced(tracer, list, first, args[1]);
    case 'forEach':
      return undefinedValue;
    case 'entries':
      return array(
        list.items.map((item, i) => array([constant(i), item])),
        list.rest === undefined ? undefined : array([derived('index', []), list.rest]),
      );
    case 'values':
      return list;
    default:
      return undefined;
  }
}

/** What `find` can give: the items that pass the test, or may pass it. */
function lookedUp(list: ArrayValue, test: (item: Value, index: number) => Value): Value {
  const answers = list.items.map((item, i) => optionsOf(item).map((option) => ({ option, decided: truthiness(test(option, i)) })));
  const all = answers.flat();
  const passing = all.filter(({ decided }) => decided === true);
  // One of several that can be told apart is looked up as by a key, which the others do not share.
  const isKey = areOne(passing.map(({ option }) => option)) && all.some(({ decided }) => decided === false);
  let sure = isKey;
  const candidates: Value[] = [];
  for (const options of answers) {
    // What is certainly looked for is found before what may be.
    sure ||= options.some(({ decided }) => decided === true);
    const possible = options.filter(({ decided }) => (sure ? decided === true : decided !== false));
    candidates.push(...possible.map(({ option }) => option));
    if (options.every(({ decided }) => decided === true) && isWhole({ ...list, rest: undefined })) return union(candidates);
  }
  if (list.rest === undefined) return union([...candidates, undefinedValue]);
  const others = sure ? [] : optionsOf(list.rest).filter((option) => truthiness(test(option, list.items.length)) !== false);
  return union([...candidates, ...others, undefinedValue]);
}

/** Written in one place, however often it is listed. */
function areOne(values: readonly Value[]): boolean {
  const [first] = values;
  if (first === undefined) return false;
  if (first.kind === 'object' && first.node !== undefined)
    return values.every((value) => value.kind === 'object' && value.node === first.node);
  return values.every((value) => keyOf(value) === keyOf(first));
}

function reduced(tracer: Tracer, list: ArrayValue, callback: Value | undefined, start: Value | undefined): Value {
  let result = start ?? list.items[0] ?? list.rest ?? undefinedValue;
  for (const item of start === undefined ? list.items.slice(1) : list.items) result = applied(tracer, callback, [result, item]);
  // There may be more items, or none; what they come to is not told by one of them.
  return list.rest === undefined ? result : union([result, applied(tracer, callback, [result, list.rest]), derived('reduce', [list])]);
}

function includes(list: ArrayValue, wanted: Value | undefined, method: string): Value {
  if (wanted === undefined || !isWhole(list) || wanted.kind !== 'constant' || list.items.some((item) => item.kind !== 'constant')) {
    return derived(method, [list, ...(wanted === undefined ? [] : [wanted])]);
  }
  const index = list.items.findIndex((item) => keyOf(item) === keyOf(wanted));
  return constant(method === 'includes' ? index >= 0 : index);
}

function flattened(list: ArrayValue): ArrayValue {
  const items: Value[] = [];
  let { rest } = list;
  const add = (item: Value): void => {
    if (item.kind === 'array') {
      items.push(...item.items);
      rest ??= item.rest;
    } else if (item.kind === 'union') {
      for (const option of item.options) add(option);
    } else {
      items.push(item);
    }
  };
  for (const item of list.items) add(item);
  if (rest?.kind === 'array') rest = union([...rest.items, ...(rest.rest === undefined ? [] : [rest.rest])]);
  return array(items, rest);
}

function numberOf(value: Value): number | undefined {
  return value.kind === 'constant' && typeof value.value === 'number' ? value.value : undefined;
}

function collectionMethod(of: ObjectValue, method: string, args: readonly Value[]): Value | undefined {
  // What is never filled here is filled elsewhere.
  if (of.properties.size === 0 && !of.open) return collectionMethod({ ...of, open: true }, method, args);
  const key = args[0]?.kind === 'constant' ? String(args[0].value) : undefined;
  const values = (): Value[] => [...[...of.properties.values()].map((property) => property.value()), ...of.others];
  switch (method) {
    case 'get':
      if (key !== undefined)
        return entryOf(of, key) ?? (of.open ? union(of.others.length > 0 ? of.others : [someEntry()]) : undefinedValue);
      return union([...values(), ...(of.open && of.others.length === 0 ? [someEntry()] : [])]);
    case 'has':
      if (key === undefined) return derived('has', args);
      return of.grownFrom !== undefined
        ? derived('has', args)
        : of.properties.has(key)
          ? constant(true)
          : of.open
            ? derived('has', args)
            : constant(false);
    case 'values':
      return array(values(), of.open && of.others.length === 0 ? someEntry() : undefined);
    case 'keys':
      return of.collection === 'set'
        ? array(values())
        : array(
            [...of.properties].map(([name, property]) => constant(name, property.keyAt)),
            unnamedEntries(of).length > 0 ? derived('key', [of]) : undefined,
          );
    case 'entries': {
      const unnamed = unnamedEntries(of);
      return array(
        [...of.properties].map(([name, property]) => array([constant(name, property.keyAt), property.value()])),
        unnamed.length > 0 ? union(unnamed) : undefined,
      );
    }
    case 'forEach':
      return undefinedValue;
    case 'set':
    case 'add':
    case 'delete':
    case 'clear':
      return of;
    default:
      return undefined;
  }
}

/** What was put there at some time may be asked for before. */
function entryOf(of: ObjectValue, key: string): Value | undefined {
  const value = of.properties.get(key)?.value();
  return value === undefined || of.grownFrom === undefined ? value : union([value, undefinedValue]);
}

function objectMethod(of: ObjectValue, method: string, args: readonly Value[]): Value | undefined {
  if (method !== 'hasOwnProperty') return undefined;
  const key = args[0]?.kind === 'constant' ? String(args[0].value) : undefined;
  return key === undefined || of.open || of.grownFrom !== undefined ? derived('has', args) : constant(of.properties.has(key));
}

function stringMethod(text: string, method: string, args: readonly Value[]): Value | undefined {
  const [first, second] = args.map((arg) => (arg.kind === 'constant' ? arg.value : undefined));
  const known = args.every((arg) => arg.kind === 'constant');
  if (!known) return method === 'concat' ? joinText([constant(text), ...args]) : undefined;
  switch (method) {
    case 'toLowerCase':
    case 'toLocaleLowerCase':
      return constant(text.toLowerCase());
    case 'toUpperCase':
    case 'toLocaleUpperCase':
      return constant(text.toUpperCase());
    case 'trim':
      return constant(text.trim());
    case 'toString':
    case 'valueOf':
      return constant(text);
    case 'startsWith':
      return typeof first === 'string' ? constant(text.startsWith(first)) : undefined;
    case 'endsWith':
      return typeof first === 'string' ? constant(text.endsWith(first)) : undefined;
    case 'includes':
      return typeof first === 'string' ? constant(text.includes(first)) : undefined;
    case 'replace':
    case 'replaceAll':
      return typeof first === 'string' && typeof second === 'string'
        ? constant(method === 'replace' ? text.replace(first, () => second) : text.replaceAll(first, () => second))
        : undefined;
    case 'slice':
    case 'substring':
      return typeof first === 'number' ? constant(text.slice(first, typeof second === 'number' ? second : undefined)) : undefined;
    case 'split':
      return typeof first === 'string'
        ? array(
            text
              .split(first)
              .slice(0, 400)
              .map((part) => constant(part)),
          )
        : undefined;
    case 'concat':
      return joinText([constant(text), ...args]);
    default:
      return undefined;
  }
}

/** What functions that are handed to other functions are called with. */
import { maxItems } from './limits.js';
import type { Callee } from './invoke.js';
import { inputItem, openItem } from './members.js';
import { behind } from './python/callbacks.js';
import { directiveOf } from './replay.js';
import type { Tracer } from './tracer.js';
import { constant, derived, nextId, partOf, union, type FunctionValue, type Value } from './value.js';

const perItem = new Set(['map', 'forEach', 'filter', 'find', 'findIndex', 'findLast', 'some', 'every', 'flatMap']);

/** Takes a function back that was to be told of something. */
const forgetting: ReadonlySet<string> = new Set(['off', 'removeListener', 'removeEventListener']);
const telling: ReadonlySet<string> = new Set(['on', 'once', 'addListener', 'addEventListener', 'prependListener']);
/** What ends the connection or the program: tidying up then is not what a call is for. */
const ending = /^(?:disconnect(?:ed|ing)?|beforeExit|SIG(?:INT|TERM|HUP|QUIT)|uncaughtException|unhandledRejection)$/;

/** Functions of Python that look at what they are given, or keep it, and run none of it. */
const looking: ReadonlySet<string> = new Set(
  (
    'callable getattr hasattr id isinstance issubclass repr setattr type dict enumerate frozenset list reversed set tuple zip ' +
    'functools.update_wrapper functools.wraps'
  ).split(' '),
);

/** What runs when files change does so by whoever changes them. */
const watching = /^(?:node:fs watch(?:File)?|(?:node:fs|chokidar) FSWatcher#(?:on|once|addListener))$/;

const atTheEnd: ReadonlySet<string> = new Set(['py:atexit register', 'py:signal signal']);

/** The function that is handed over does not run because of this call, or only when everything ends. */
export function isForLater({ method, value }: Callee, [first]: readonly Value[]): boolean {
  // `start(workflow, […])`: the engine runs it by itself.
  if (value.kind === 'external' && first?.kind === 'function' && directiveOf(first.fn.body[0]) === 'use workflow') return true;
  if (
    value.kind === 'external' &&
    (value.library === 'py:inspect' || looking.has(`${value.library}.${value.path}`.replace(/^py:(?:builtins\.)?/, '')))
  )
    return true;
  if (value.kind === 'external' && (atTheEnd.has(`${value.library} ${value.path}`) || watching.test(`${value.library} ${value.path}`)))
    return true;
  if (method === undefined || first === undefined) return false;
  if (method === 'add_signal_handler') return true;
  if (forgetting.has(method)) return true;
  return telling.has(method) && first.kind === 'constant' && ending.test(String(first.value));
}

/** A server is told of the function, and runs it when a client asks for it. */
export function isRegistered({ libraries }: Tracer, { value }: Callee): boolean {
  return value.kind === 'external' && libraries.toolsRunBy(value) === 'server';
}

/** A model is offered the function, or only some like it, and may run it. */
export function isOffered({ libraries }: Tracer, { value }: Callee): boolean {
  return value.kind === 'external' && libraries.toolsRunBy(value) === 'model';
}

/** One list of arguments for each way in which a callback is run. */
export function callbackArguments(
  tracer: Tracer,
  callee: Callee,
  index: number,
  callback: FunctionValue,
  args: readonly Value[],
): readonly (readonly Value[])[] {
  const { receiver, method, value } = callee;
  if (callback.env.module.language === 'python') {
    const given = behind(args, callback, method);
    // `re.sub(pattern, replace, text)` hands over what was found.
    const isPattern = method === 'sub' || method === 'subn' || (value.kind === 'external' && patterns.has(value.library));
    if (given.length > 0 && !isPattern) return [given];
  }
  if (receiver?.kind === 'array' && method !== undefined && index === 0) {
    const items = [...receiver.items.slice(0, maxItems), ...(receiver.rest === undefined ? [] : [receiver.rest])];
    if (perItem.has(method)) return items.map((item, i) => [item, constant(i)]);
    if (method === 'reduce' || method === 'reduceRight') return [[derived('accumulator', []), union(items)]];
    if (method === 'sort' || method === 'toSorted') return [[union(items), union(items)]];
  }
  if (receiver?.kind === 'object' && receiver.collection !== undefined && method === 'forEach' && index === 0) {
    const entries = [...receiver.properties].slice(0, maxItems).map(([key, property]) => [property.value(), constant(key, property.keyAt)]);
    const others = [...receiver.others, ...(receiver.open && receiver.others.length === 0 ? [derived('item', [receiver])] : [])];
    return [...entries, ...others.map((item) => [item, derived('key', [receiver])])];
  }
  if (method === 'then' && receiver !== undefined) return [[receiver]];
  if (value.kind === 'external' && value.library === 'global') {
    if (value.path === 'Promise') return [[harmless(tracer), harmless(tracer)]];
    if (value.path === 'Array.from') return [[derived('item', []), derived('index', [])]];
  }
  if (value.kind === 'external') {
    const given = callback.fn.parameters.map((_, i) => tracer.libraries.parameter(value, i));
    if (given.some((item) => item !== undefined)) {
      return [
        given.map((item) =>
          item === undefined ? derived('callback argument', []) : ({ kind: 'external', id: nextId(), ...item, args } as const),
        ),
      ];
    }
  }
  // `policy.handle(request, options, (request, options) => …)`: what runs on is called like what runs before it.
  if (value.kind !== 'external' && index > 0 && callback.fn.parameters.length === index) return [args.slice(0, index)];
  // The model's data, if any, reaches a callback through its receiver.
  const open = receiver?.kind === 'external' && method !== undefined && perItem.has(method) ? openItem(tracer, receiver) : undefined;
  if (open !== undefined) return [callback.fn.parameters.map((_, i) => (i === 0 ? open : derived('callback argument', [])))];
  const from = receiver === undefined || receiver.kind === 'external' || receiver.kind === 'unknown' ? [] : [receiver];
  const data = receiver?.kind === 'input' && method !== undefined && perItem.has(method) ? inputItem(receiver) : argument(from[0]);
  return [callback.fn.parameters.map((_, i) => (i === 0 ? data : argument(from[0])))];
}

const patterns: ReadonlySet<string> = new Set(['py:re', 'py:regex']);

function argument(from: Value | undefined): Value {
  return from === undefined ? derived('callback argument', []) : partOf('callback argument', from);
}

/** `resolve` and `reject`. */
function harmless(tracer: Tracer): Value {
  return tracer.external('global', 'Promise.resolve');
}

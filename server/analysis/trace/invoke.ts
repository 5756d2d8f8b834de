/** The value of a call. */
import type { Access, Place } from '../../../rules/kit/index.js';
import type { CallExpression, Expression, MemberExpression, TemplateExpression } from '../syntax/ir.js';
import { globalCall } from './builtins.js';
import { isPromised } from './chain.js';
import { checkedEnvironment } from './env-schemas.js';
import { dataMethods, isMethodOfData, isPythonDataMethod } from './data-methods.js';
import type { Env } from './env.js';
import { findExport } from './links.js';
import { joinText } from './literals.js';
import { memberOf } from './members.js';
import { methodCall } from './methods.js';
import { listing, modulesAt } from './module-paths.js';
import { toolData } from './tool-data.js';
import { keywordsIn } from './python/arguments.js';
import { pythonCall } from './python/builtins.js';
import { madeByDecorator, marked, wrapping } from './python/decorators.js';
import { withRegistered } from './python/dispatching.js';
import { pythonMethod } from './python/methods.js';
import { openedFile } from './python/handles.js';
import { selected } from './selected.js';
import { repeatedBy, type Repeating } from './python/retries.js';
import { isAgain, isPlayedBack } from './replay.js';
import { schemaLibraries } from './zod-chain.js';
import type { Tracer } from './tracer.js';
import { typedValue } from './types.js';
import {
  array,
  constant,
  derived,
  laterReason,
  nextId,
  optionsOf,
  record,
  stringOf,
  tellsNothing,
  undefinedValue,
  union,
  unknown,
  type ExternalValue,
  type Value,
} from './value.js';

/** The callee of a call: a receiver and the name of its method, or a value. */
export interface Callee {
  readonly value: Value;
  readonly receiver?: Value;
  readonly method?: string;
}

/** What a call calls: one answer for each alternative of the receiver. */
export function calleesOf(tracer: Tracer, call: CallExpression, env: Env): readonly Callee[] {
  const { callee } = call;
  if (callee.kind === 'member' && callee.object.kind !== 'super') {
    const receiver = tracer.evaluate(callee.object, env);
    const key = typeof callee.property === 'string' ? constant(callee.property) : tracer.evaluate(callee.property, env);
    return present(receiver, call).flatMap((option) =>
      optionsOf(key).flatMap((name): Callee[] => {
        const method = name.kind === 'constant' ? String(name.value) : undefined;
        if (isAttribute(callee) && isDictionaryMethod(option, method, env))
          return [{ value: undefinedValue, receiver: option, method: method! }];
        const values = optionsOf(selected(tracer, callee, option, name));
        return values.map((value) => ({ value, receiver: option, ...(method === undefined ? {} : { method }) }));
      }),
    );
  }
  return optionsOf(tracer.evaluate(callee, env)).map((value) => ({ value }));
}

/** What can be asked for a method: asking nothing for one fails, so whoever goes on has something. */
function present(receiver: Value, { callee, optional }: CallExpression): readonly Value[] {
  const options = optionsOf(receiver);
  if (options.length === 1 || optional || (callee.kind === 'member' && callee.optional)) return options;
  const things = options.filter((option) => option.kind !== 'constant' || (option.value !== undefined && option.value !== null));
  return things.length === 0 ? options : things;
}

/** `table.get`, and not `table['get']`, which ends with a bracket. */
function isAttribute({ span, propertySpan }: MemberExpression): boolean {
  return span.end === propertySpan.end;
}

/** What stands under a key of a Python dictionary is no attribute of it. */
function isDictionaryMethod(receiver: Value, method: string | undefined, { module }: Env): boolean {
  if (module.language !== 'python' || receiver.kind !== 'object' || receiver.collection !== undefined || method === undefined) return false;
  return isPythonDataMethod(method);
}

/** Settings that a module of WebAssembly is started with; what it gets besides computes in memory of its own. */
const startsModule = ['wasmBinary', 'wasmMemory', 'instantiateWasm', 'locateFile'];

/** An object is asked for a method that was not seen on it: it may be put there in a way that was not followed. */
export function isLacking({ value, receiver, method }: Callee, call: CallExpression, env: Env): boolean {
  if (env.module.language === 'python' && receiver?.kind === 'object' && isPythonDataMethod(method ?? '')) return false;
  if (value.kind !== 'constant' || call.optional || isPromised(method) || dataMethods.has(method ?? '')) return false;
  if (receiver?.kind === 'object') return !startsModule.some((name) => receiver.properties.has(name));
  return receiver?.kind === 'instance';
}

/** What the called thing may be beside what it is: nothing, what is assigned later, data that has no such method. */
export function isBeside({ value, method }: Callee, args: readonly Value[]): boolean {
  if (value.kind === 'input') return method !== undefined && !isMethodOfData(method, args);
  return value.kind === 'constant' || (value.kind === 'unknown' && value.reason === laterReason);
}

/** The value of a call expression, `new` included. */
export function evaluateCall(tracer: Tracer, call: CallExpression, env: Env): Value {
  const loaded = loadedModule(tracer, call, env);
  if (loaded !== undefined) return loaded;
  if (call.callee.kind === 'super') return undefinedValue;
  const args = tracer.arguments(call, env);
  const results = calleesOf(tracer, call, env).map((callee) => resultOf(tracer, callee, args, call, env));
  const known = results.filter((value) => !tellsNothing(value) || !optionsOf(value).some(({ kind }) => kind === 'unknown'));
  return statedResult(tracer, union(known.length > 0 ? known : results), call, env);
}

/** `require('x')` and `import('x')`. */
function loadedModule(tracer: Tracer, call: CallExpression, env: Env): Value | undefined {
  if (call.callee.kind !== 'name' || call.callee.binding !== undefined || call.args.length === 0) return undefined;
  if (call.callee.name !== 'require' && call.callee.name !== 'import') return undefined;
  const named = tracer.evaluate(call.args[0]!.value, env);
  const specifier = stringOf(named);
  if (specifier === undefined) return modulesAt(tracer, named, env) ?? unknown('module that is chosen at run time');
  const { file } = env.module;
  if (call.callee.name === 'import') return tracer.link(specifier, '*', file);
  const target = tracer.program.resolve(specifier, file);
  const whole = target === undefined ? undefined : findExport(tracer, target, 'export=');
  return whole ?? tracer.link(specifier, '*', file);
}

/** What one callee gives for these arguments. */
export function resultOf(tracer: Tracer, callee: Callee, args: readonly Value[], call: CallExpression | undefined, env: Env): Value {
  const { value, receiver, method } = callee;
  // What a decorator of a package makes of a function runs the function.
  if (
    call !== undefined &&
    isDecorator(call, value, args, env) &&
    value.kind !== 'function' &&
    value.kind !== 'class' &&
    value.kind !== 'instance' &&
    args[0] !== undefined
  ) {
    if (value.kind !== 'external') return repeatedBy(tracer, call.callee, env, wrapping(args[0], value));
    if (pythonDecorated(value)) {
      const repeated = repeatedBy(tracer, call.callee, env, args[0]);
      const made = madeByDecorator(tracer, marked(tracer, repeated, value, call.span, env), value);
      return withRegistered(tracer, made, value, call, env);
    }
  }
  if (receiver !== undefined && method !== undefined && call?.isNew !== true) {
    const isPython = env.module.language === 'python';
    const found = isPython ? pythonMethod(tracer, receiver, method, args) : methodCall(tracer, receiver, method, args, value);
    if (found !== undefined) return found;
  }
  switch (value.kind) {
    case 'function':
      return tracer.callFunction(value, args);
    case 'class':
      return call?.isNew === true || env.module.language === 'python'
        ? { kind: 'instance', id: nextId(), cls: value, args, madeIn: env }
        : unknown('a class called without `new`');
    case 'external':
      return externalResult(tracer, value, args, call, env, receiver);
    case 'input':
    case 'derived':
    case 'text':
    case 'environment':
      return derived(method === undefined ? 'call' : `.${method}()`, [value, ...args]);
    case 'constant':
      return receiver === undefined ? undefinedValue : derived(`.${method ?? ''}()`, [receiver, ...args]);
    case 'instance': {
      const called = env.module.language === 'python' ? memberOf(tracer, value, '__call__') : undefined;
      return called?.kind === 'function' ? tracer.callFunction(called, args) : unknown('result of a call that was not resolved');
    }
    case 'unknown':
      // A member that is known by its type tells at least the type of what it returns.
      if (value.type?.node.kind === 'function' && value.type.node.result !== undefined)
        return typedValue(tracer, value.type.node.result, value.type.env);
      return unknown('result of a call that was not resolved');
    default:
      return unknown('result of a call that was not resolved');
  }
}

/** `container.resolve<Store>(token)`, `load() as Store`: what is written of a result that nobody else tells. */
function statedResult(tracer: Tracer, value: Value, call: CallExpression, env: Env): Value {
  const type = call.asserted ?? (call.typeArgs?.length === 1 ? call.typeArgs[0] : undefined);
  if (type === undefined) return value;
  const isOpen =
    value.kind === 'unknown' ? value.type === undefined : value.kind === 'external' && !tracer.libraries.described(value.library);
  if (!isOpen) return value;
  const typed = typedValue(tracer, type, env);
  return typed.kind === 'instance' || typed.kind === 'external' || (typed.kind === 'unknown' && typed.type !== undefined) ? typed : value;
}

function externalResult(
  tracer: Tracer,
  callee: ExternalValue,
  args: readonly Value[],
  call: CallExpression | undefined,
  env: Env,
  receiver?: Value,
): Value {
  const { libraries } = tracer;
  const data = toolData(tracer, callee, args, env);
  if (data !== undefined) return data;
  const at = call === undefined ? undefined : tracer.place(call.span, env);
  const identity = libraries.identity(callee);
  if (identity === 'this') return receiver ?? undefinedValue;
  // `gql('query …')` beside gql`query …`
  if (identity === 'template') return args[0] ?? undefinedValue;
  if (identity !== undefined) {
    const given = argumentOf(tracer, identity, args) ?? undefinedValue;
    return given.kind === 'function' ? { ...given, wrapped: true, ...madeStep(tracer, callee, args, call, env) } : given;
  }
  if (callee.library === 'global') {
    const known = globalCall(callee.path, args, call?.isNew === true);
    if (known !== undefined) return known;
  }
  if (env.module.language === 'python') {
    const known = pythonCall(tracer, callee, args, env);
    if (known !== undefined) return known;
    if (call !== undefined && libraries.record(callee)) return recordOf(args, call, env);
  }
  const files = listing(tracer, callee, args, env);
  if (files !== undefined) return files;
  const node = call === undefined ? {} : { call: { node: call, env } };
  if (call?.isNew === true) {
    const made = libraries.constructed(callee);
    if (args.length === 0 && libraries.fresh(made)) return fresh(made.path, at, env);
    return { kind: 'external', id: nextId(), ...made, args, ...node };
  }
  if (libraries.fresh(callee)) return fresh(callee.path, at, env);
  const variables = checkedEnvironment(tracer, callee, args);
  if (variables !== undefined) return variables;
  if (schemaLibraries.has(callee.library)) {
    const chain = { kind: 'external' as const, id: nextId(), library: callee.library, path: `${callee.path}()`.slice(-200), args, ...node };
    return checkedValue(callee.path, args) ?? chain;
  }
  const naming = libraries.naming(callee);
  const named = naming === undefined ? undefined : stringOf(argumentOf(tracer, naming, args));
  const result = (named === undefined ? undefined : libraries.made(callee, named)) ?? libraries.result(callee);
  if (result !== undefined) {
    // `path.with_suffix('.bak')` is made from the path, too.
    const whole = result.path === 'Path#' && receiver?.kind === 'external' && receiver.path === 'Path#' ? [receiver] : [];
    return { kind: 'external', id: nextId(), ...result, args: [...whole, ...args], ...node };
  }
  const rows = libraries.rows(callee);
  const reading = rows?.find((row) => row[1] === 'read');
  const from = receiverOf(callee, receiver);
  const answer = derived(`${callee.path}()`, from.concat(args), at);
  if (reading !== undefined) {
    const subject = reading[2] === 'this' && callee.library.startsWith('py:') ? receiver : args[0];
    return { ...answer, read: { resource: callee.library, subject: subject ?? undefinedValue } };
  }
  const says = callee.library !== 'global' && !libraries.harmless(callee);
  return { ...answer, ...(rows === undefined ? {} : { told: true }), ...(says ? { answer: true as const } : {}) };
}

/** A call of an engine that makes a step of a function. */
function madeStep(
  tracer: Tracer,
  callee: ExternalValue,
  args: readonly Value[],
  call: CallExpression | undefined,
  env: Env,
): { readonly repeated?: Repeating } {
  const step = tracer.libraries.retry(callee)?.step;
  if (step === undefined || call === undefined) return {};
  return {
    repeated: {
      label: callee.path,
      place: tracer.place(call.span, env),
      step: { again: isAgain(step.again, (access) => argumentOf(tracer, access, args)) },
    },
  };
}

/** What a class of data holds: what it was given by name. */
function recordOf(args: readonly Value[], node: CallExpression, env: Env): Value {
  const named = keywordsIn(args);
  const within = { file: env.module.file, span: node.span };
  const properties = new Map(named?.properties);
  for (const { name, value } of node.args) {
    const property = properties.get(name ?? '');
    if (property !== undefined) properties.set(name!, { ...property, value: () => property.value(), written: { within, value, env } });
  }
  return {
    kind: 'object',
    id: nextId(),
    properties,
    open: named?.open === true || args.length > (named === undefined ? 0 : 1),
    others: named?.others ?? [],
    node,
    file: env.module.file,
  };
}

/** `schema.parse(value)` is the value, `schema.safeParse(value).data` as well. */
function checkedValue(path: string, args: readonly Value[]): Value | undefined {
  const [value] = args;
  if (value === undefined) return undefined;
  if (/[.#](?:parse|parseAsync)$/.test(path)) return value;
  return /[.#](?:safeParse|safeParseAsync|spa)$/.test(path)
    ? record({ success: derived('success', [value]), data: value, error: derived('error', []) })
    : undefined;
}

/** Data that the receiver of a chain carries: `createHash('sha256').update(x).digest()` rests on `x`. */
function receiverOf(callee: ExternalValue, receiver: Value | undefined): readonly Value[] {
  if (receiver === undefined) return callee.args ?? [];
  if (receiver.kind !== 'external') return [receiver];
  return [...(receiver.args ?? []), ...(openedFile(receiver) === undefined ? [] : [receiver])];
}

function fresh(operation: string, at: Place | undefined, env: Env): Value {
  const value = derived(operation, [], at);
  return isPlayedBack(env) ? value : { ...value, fresh: true };
}

/** `arg 0`, `arg 0:name`, `arg :name`, and what stands in it. */
export const placeOfArgument = /^arg (\d*)(?::(\w+))?(?:\.(.+))?$/;

/** Written above a function, or put on one by hand: `server.tool(name=…)(run)`. */
function isDecorator({ decorates, callee }: CallExpression, value: Value, args: readonly Value[], { module }: Env): boolean {
  if (decorates === true) return true;
  if (module.language !== 'python' || callee.kind !== 'call' || args.length !== 1 || value.kind !== 'external') return false;
  return optionsOf(args[0]!).some(({ kind }) => kind === 'function');
}

/** What a call that is a decorator gives is the function, unless it is an object that other calls ask. */
function pythonDecorated({ library }: ExternalValue): boolean {
  return library !== 'py:builtins';
}

/** The value that an access path names, among the arguments of a call. */
export function argumentOf(tracer: Tracer, access: Access, args: readonly Value[]): Value | undefined {
  const match = placeOfArgument.exec(access);
  if (match === null) return undefined;
  const named = keywordsIn(args);
  const byName = match[2] === undefined ? undefined : named?.properties.get(match[2])?.value();
  const byPlace = match[1] === '' ? undefined : args[Number(match[1])];
  let value = byName ?? (byPlace === named ? undefined : byPlace);
  if (value === undefined && match[2] !== undefined && named?.open === true) value = unknown('what `**` hands over');
  if (value === undefined) return undefined;
  for (const key of match[3]?.split('.') ?? []) {
    // `options.method` of a text or a list that stands in the place of options is absent.
    if (value.kind === 'constant' || value.kind === 'text' || value.kind === 'array') return undefined;
    value = memberOf(tracer, value, key);
  }
  return value;
}

/** The literal parts, as a tag gets them. */
export function stringsOf(template: TemplateExpression): Value {
  return array(template.texts.map((text) => constant(text)));
}

/** The call that a tagged template is. */
export function tagCall({ span, tag }: TemplateExpression): CallExpression {
  const { end } = span;
  return { kind: 'call', span, callee: tag!, args: [], isNew: false, optional: false, argsSpan: { start: end, end } };
}

/** The arguments that `apply` is given in a list. */
export function listed(value: Value | undefined): readonly Value[] {
  return value === undefined ? [] : value.kind === 'array' ? value.items : [derived('item', [value])];
}

/** The text of a tagged template, with its values in it. */
export function taggedText({ texts }: TemplateExpression, values: readonly Value[]): Value {
  return { kind: 'text', id: nextId(), parts: texts.flatMap((text, i) => (i < values.length ? [text, values[i]!] : [text])) };
}

/** A tagged template: a call with the strings and the values. */
export function evaluateTag(tracer: Tracer, template: TemplateExpression, env: Env): Value {
  const holes = template.holes.map((hole) => tracer.evaluate(hole, env));
  const text = taggedText(template, holes);
  const results = optionsOf(tracer.evaluate(template.tag as Expression, env)).map((tag) => {
    if (tag.kind === 'function') return tracer.callFunction(tag, [stringsOf(template), ...holes]);
    if (tag.kind !== 'external') return derived('template', holes);
    return tracer.libraries.identity(tag) === 'template'
      ? joinText(template.texts.flatMap((part, i) => (i < holes.length ? [part, holes[i]!] : [part])))
      : externalResult(tracer, tag, [text], undefined, env);
  });
  return union(results);
}

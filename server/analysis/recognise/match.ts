/** Decides whether a call is one that a framework declares tools with. */
import type { Access, CallView, Framework } from '../../../rules/kit/index.js';
import type { CallExpression } from '../syntax/ir.js';
import type { Env } from '../trace/env.js';
import { externalBase } from '../trace/instances.js';
import { argumentOf, type Callee } from '../trace/invoke.js';
import { positional } from '../trace/python/arguments.js';
import type { Tracer } from '../trace/tracer.js';
import { schemaLibraries } from '../trace/zod-chain.js';
import { optionsOf, stringOf, undefinedValue, union, type ExternalValue, type InstanceValue, type Value } from '../trace/value.js';
import { keyOf } from '../trace/value-keys.js';
import type { ClassDraft, DispatchDraft, FoundDraft, KitDraft, RunDraft } from './draft.js';
import { placesOf } from './fields.js';

/** The last names of everything that is called to say something about tools: `run` of `Agent#run`. */
export function calledNames(framework: Framework): ReadonlySet<string> {
  let names = called.get(framework);
  if (names === undefined) {
    const found = new Set<string>();
    const collect = (part: unknown): void => {
      if (typeof part !== 'object' || part === null) return;
      for (const [key, value] of Object.entries(part)) {
        if (key === 'call' && typeof value === 'string')
          found.add(value.slice(Math.max(value.lastIndexOf('.'), value.lastIndexOf('#')) + 1));
        else collect(value);
      }
    };
    collect(framework);
    called.set(framework, (names = found));
  }
  return names;
}

const called = new WeakMap<Framework, ReadonlySet<string>>();

/** What to look for, by the packages and objects that are used. */
export function markersOf(
  frameworks: readonly Framework[],
  used: ReadonlySet<string>,
): { readonly markers: ReadonlySet<string>; readonly calls: ReadonlySet<string> } {
  const calls = new Set<string>();
  const all = new Set(used);
  const markers = new Set<string>();
  // What a package hands out may be of another one: `instances: { 'library: Class': … }`.
  for (let before = -1; before !== all.size;) {
    before = all.size;
    for (const framework of frameworks) {
      if (!framework.packages.some((name) => all.has(name)) && !(framework.globals ?? []).some((path) => all.has(path.split('.').pop()!)))
        continue;
      for (const marker of framework.markers) markers.add(marker);
      for (const name of calledNames(framework)) calls.add(name);
      for (const name of Object.keys(framework.instances ?? {})) if (name.includes(': ')) all.add(name.split(': ')[0]!);
    }
  }
  return { markers, calls };
}

/** Frameworks by package name. */
export function frameworksByPackage(frameworks: readonly Framework[]): ReadonlyMap<string, readonly Framework[]> {
  const table = new Map<string, Framework[]>();
  for (const framework of frameworks) {
    const names = (framework.globals ?? []).length > 0 ? [...framework.packages, 'global'] : framework.packages;
    for (const name of names) table.set(name, [...(table.get(name) ?? []), framework]);
  }
  return table;
}

/** What a call of a package means for a framework: one thing, or two where it is given both halves of a server. */
export function draftsOf(
  tracer: Tracer,
  framework: Framework,
  value: ExternalValue,
  callee: Callee,
  args: readonly Value[],
  call: CallExpression,
  env: Env,
  name: string | undefined,
): readonly FoundDraft[] {
  const both = bothHalves(tracer, framework, value, args, call, env);
  if (both.length > 0) return both;
  const draft = draftOf(tracer, framework, value, callee, args, call, env, name);
  const beside = framework.sets?.find((item) => item.beside === true && tracer.libraries.is(value, item.call));
  const drafts: readonly FoundDraft[] = draft === undefined ? [] : [draft];
  return beside === undefined ? drafts : [...drafts, { kind: 'set', framework, library: value.library, call, env, args, set: beside }];
}

/** `Server(on_list_tools=…, on_call_tool=…)` */
function bothHalves(
  tracer: Tracer,
  framework: Framework,
  value: ExternalValue,
  args: readonly Value[],
  call: CallExpression,
  env: Env,
): readonly DispatchDraft[] {
  const dispatch = framework.dispatch?.find(({ both }) => both !== undefined && tracer.libraries.is(value, both.call));
  if (dispatch?.both === undefined) return [];
  const { list, invoke } = dispatch.both;
  const receiver = keyOf(tracer.evaluate(call, env));
  return (
    [
      ['list', list],
      ['invoke', invoke],
    ] as const
  ).flatMap(([role, access]) => {
    const handler = argumentOf(tracer, access, args);
    return isGiven(handler)
      ? [{ kind: 'dispatch' as const, framework, library: value.library, call, env, args, dispatch, role, receiver, handler: handler! }]
      : [];
  });
}

/** What holds a tool of any name: `const definition = tool({ … })` in a function that makes them. */
const anyTool =
  /^_?(?:ai|agent|base|custom|dynamic|new|proxied|wrapped)?(?:definition|entry|instance|item|result|tool|tool_?def(?:inition)?|value|wrapped|wrapper)$/i;

function draftOf(
  tracer: Tracer,
  framework: Framework,
  value: ExternalValue,
  callee: Callee,
  args: readonly Value[],
  call: CallExpression,
  env: Env,
  name: string | undefined,
): FoundDraft | undefined {
  const is = (path: string): boolean =>
    path.startsWith('new ') ? call.isNew && tracer.libraries.is(value, path.slice(4)) : !call.isNew && tracer.libraries.is(value, path);
  const base = { framework, library: value.library, call, env, args };
  const decorated = appliedDraft(tracer, framework, value, args, call, env);
  if (decorated !== undefined) return decorated;
  const form = framework.tools.find((item) => item.applied !== true && is(item.call));
  const receiver = callee.receiver === undefined ? {} : { receiver: callee.receiver };
  if (form !== undefined) return { ...base, ...receiver, kind: 'call', form };
  const overload = framework.overloads?.find((item) => is(item.call));
  if (overload !== undefined) {
    const resolved = overload.resolve(viewOf(tracer, args));
    return resolved === undefined ? undefined : { ...base, ...receiver, kind: 'call', form: resolved };
  }
  const dispatch = framework.dispatch?.find((item) => item.call !== undefined && is(item.call));
  if (dispatch !== undefined) {
    const what = requestOf(args[0]);
    const role =
      what === undefined ? undefined : dispatch.list.includes(what) ? 'list' : dispatch.invoke.includes(what) ? 'invoke' : undefined;
    const handler = argumentOf(tracer, dispatch.handler, args);
    if (role === undefined || handler === undefined) return undefined;
    return { ...base, kind: 'dispatch', dispatch, role, receiver: callee.receiver === undefined ? '' : keyOf(callee.receiver), handler };
  }
  const isHeld = (access: Access): boolean => access === 'this' || isGiven(argumentOf(tracer, access, args));
  const set = framework.sets?.find(
    (item) =>
      is(item.call) &&
      (item.serves === true || item.graph === true || placesOf(item.tools).some(isHeld) || placesOf(item.servers?.at).some(isHeld)),
  );
  if (set !== undefined) return { ...base, ...receiver, kind: 'set', set };
  const policy = framework.policies?.find((item) => is(item.call));
  if (policy !== undefined) return { ...base, kind: 'policy', form: policy };
  const run = runDraft(tracer, framework, value, callee, call, env, args);
  if (run !== undefined) return run;
  const loose = framework.loose?.find((item) => is(item.call));
  if (loose !== undefined) {
    const definition = argumentOf(tracer, loose.definition, args);
    const kept = name === undefined || anyTool.test(name) ? undefined : name;
    return definition === undefined ? undefined : { ...base, kind: 'loose', shape: loose.shape, definition, name: kept };
  }
  return undefined;
}

/** A call that makes an agent run. */
export function runDraft(
  tracer: Tracer,
  framework: Framework,
  value: ExternalValue,
  { receiver }: Callee,
  call: CallExpression,
  env: Env,
  args: readonly Value[] = tracer.arguments(call, env),
): RunDraft | undefined {
  const form = call.isNew ? undefined : framework.runs?.find((item) => tracer.libraries.is(value, item.call));
  if (form === undefined) return undefined;
  // An object that is called is run itself.
  const self = receiver ?? (value.path.endsWith('#') ? value : undefined);
  return { framework, library: value.library, call, env, args, kind: 'run', form, receiver: self };
}

/** A decorator on a function: by itself (`@tool`), or what a call of it gives (`@tool(name=…)`). */
export function appliedDraft(
  tracer: Tracer,
  framework: Framework,
  value: ExternalValue,
  args: readonly Value[],
  call: CallExpression,
  env: Env,
): FoundDraft | undefined {
  const functions = optionsOf(positional(args)[0] ?? undefinedValue).filter(({ kind }) => kind === 'function');
  if (functions.length === 0) return undefined;
  // A name that got another value before may stand for more than one.
  const on = union(functions);
  const made = isMade(value) ? { ...value, path: value.path.replace(/#$|\(\)$/, '') } : undefined;
  const is = (path: string): boolean => tracer.libraries.is(made ?? value, path);
  const base = { framework, library: value.library, ...decoratorCall(value, args, call, env) };
  const form = framework.tools.find((item) => item.applied === true && is(item.call));
  const { callee } = base.call;
  const receiver = callee.kind === 'member' ? tracer.evaluate(callee.object, base.env) : undefined;
  if (form !== undefined) return { ...base, ...(receiver === undefined ? {} : { receiver }), kind: 'call', form, on };
  const set = framework.sets?.find((item) => item.applied !== undefined && is(item.call));
  if (set?.applied !== undefined) {
    const given = [on, ...base.args];
    if (set.applied !== true && stringOf(argumentOf(tracer, set.applied.unless, given)) === set.applied.is) return undefined;
    return { ...base, ...(receiver === undefined ? {} : { receiver }), args: given, kind: 'set', set };
  }
  for (const dispatch of framework.dispatch ?? []) {
    const role =
      dispatch.decorators === undefined
        ? undefined
        : is(dispatch.decorators.list)
          ? 'list'
          : is(dispatch.decorators.invoke)
            ? 'invoke'
            : undefined;
    if (role !== undefined)
      return { ...base, kind: 'dispatch', dispatch, role, receiver: receiver === undefined ? '' : keyOf(receiver), handler: on };
  }
  return undefined;
}

/** What a call gave; one that is named like a class gives an object of it. */
function isMade({ path, call }: ExternalValue): boolean {
  return path.endsWith('()') || (call !== undefined && /^[^#]+#$/.test(path));
}

/** The call in brackets, where there is one; a decorator alone has no arguments. */
function decoratorCall(
  value: ExternalValue,
  args: readonly Value[],
  call: CallExpression,
  env: Env,
): Pick<FoundDraft, 'call' | 'env' | 'args'> {
  const { call: made, args: given } = value;
  if (isMade(value) && made !== undefined) return { call: made.node, env: made.env, args: given ?? [] };
  return { call, env, args: call.decorates === true ? [] : args.slice(1) };
}

/** A class that inherits from one of a package means a tool. */
export function classDraft(
  tracer: Tracer,
  frameworks: ReadonlyMap<string, readonly Framework[]>,
  instance: InstanceValue,
): ClassDraft | KitDraft | undefined {
  const base = externalBase(tracer, instance.cls);
  if (base === undefined) return undefined;
  for (const framework of frameworks.get(base.library) ?? []) {
    const kit = framework.kits?.find((item) => tracer.libraries.is(base, item.base));
    if (kit !== undefined) return { kind: 'kit', framework, library: base.library, env: instance.cls.env, form: kit, instance };
    const form = framework.classes?.find((item) => tracer.libraries.is(base, item.base));
    if (form !== undefined) return { kind: 'class', framework, library: base.library, env: instance.cls.env, form, instance };
  }
  return undefined;
}

function isGiven(value: Value | undefined): boolean {
  return value !== undefined && !(value.kind === 'constant' && value.value === undefined);
}

/** The name of a request schema constant, or a method string. */
function requestOf(value: Value | undefined): string | undefined {
  if (value?.kind === 'external') return value.path.split('.').pop();
  return stringOf(value);
}

/** The narrow view that a framework's own function gets. */
export function viewOf(tracer: Tracer, args: readonly Value[]): CallView {
  const at = (access: Access): Value | undefined => argumentOf(tracer, access, args);
  return {
    count: args.length,
    kind: (access) => kindOf(at(access)),
    keys: (access) => {
      const value = at(access);
      return value?.kind === 'object' && !value.open ? [...value.properties.keys()] : undefined;
    },
    valueKinds: (access) => {
      const value = at(access);
      return value?.kind === 'object' ? [...value.properties.values()].map((property) => kindOf(property.value())) : [];
    },
  };
}

function kindOf(value: Value | undefined): ReturnType<CallView['kind']> {
  switch (value?.kind) {
    case undefined:
      return 'absent';
    case 'constant':
      return typeof value.value === 'string' ? 'string' : value.value === undefined ? 'absent' : 'other';
    case 'text':
      return 'string';
    case 'function':
      return 'function';
    case 'object':
      return 'object';
    case 'array':
      return 'array';
    case 'external':
      return schemaLibraries.has(value.library) ? 'schema' : 'unknown';
    default:
      return 'unknown';
  }
}

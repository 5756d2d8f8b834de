/** What a Python function says of itself: its docstring describes the tool, its parameters are the tool's. */
import type { Framework } from '../../../../rules/kit/index.js';
import type { Parameter } from '../../syntax/ir.js';
import { lineage } from '../../trace/bases.js';
import { baseArguments } from '../../trace/instances.js';
import { memberOf } from '../../trace/members.js';
import { positional } from '../../trace/python/arguments.js';
import { objectSchema, propertyOf } from '../../trace/python/schema.js';
import type { Tracer } from '../../trace/tracer.js';
import { typedValue } from '../../trace/types.js';
import {
  nextId,
  optionsOf,
  originalOf,
  record,
  undefinedValue,
  union,
  unknown,
  type ClassValue,
  type FunctionValue,
  type InputValue,
  type Property,
  type Value,
} from '../../trace/value.js';
import type { Definition } from '../definition.js';
import { docstring } from './docstring.js';

/** The definition with what its handler says where nothing else does. */
export function withSignature(tracer: Tracer, definition: Definition): Definition {
  const handler = optionsOf(definition.handler ?? undefinedValue).find((option) => option.kind === 'function');
  if (handler?.kind !== 'function' || handler.env.module.language !== 'python' || definition.dispatched !== undefined) return definition;
  const fn = originalOf(handler);
  const { framework } = definition;
  const description = definition.description ?? docstring(tracer, fn);
  return {
    ...definition,
    ...(description === undefined ? {} : { description }),
    input: definition.input ?? wholeInput(tracer, definition, fn) ?? signature(tracer, framework, fn),
    argumentsOf: definition.argumentsOf ?? ((run, input) => argumentsFor(tracer, definition, originalOf(run), input as InputValue)),
  };
}

/** Parameters that the model fills, as a schema. */
function signature(tracer: Tracer, framework: Framework, fn: FunctionValue): Value {
  const properties = new Map<string, Property>();
  const required: string[] = [];
  for (const parameter of fn.fn.parameters) {
    const { name } = parameter;
    if (name === undefined || parameter.packs !== undefined || isHidden(tracer, framework, fn, parameter)) continue;
    const said = propertyOf(tracer, { ...parameter, name }, fn.env);
    if (said.required) required.push(name);
    properties.set(name, { value: () => said.schema, at: tracer.place(parameter.span, fn.env) });
  }
  return objectSchema(properties, required);
}

/** The type of the parameter that takes all arguments at once. */
function wholeInput(tracer: Tracer, { inputAt }: Definition, { fn, env }: FunctionValue): Value | undefined {
  const type = fn.parameters.find(({ name }) => name === inputAt)?.type;
  return type?.kind === 'reference' ? tracer.evaluate(type.name, env) : undefined;
}

/** What the framework hands in, or a project puts in the place of what it depends on. */
export function isHidden(tracer: Tracer, framework: Framework, fn: FunctionValue, parameter: Parameter): boolean {
  if (framework.hiddenNames?.includes(parameter.name ?? '') === true) return true;
  const notes = (parameter.notes ?? []).map((note) => tracer.evaluate(note, fn.env));
  const values = parameter.fallback === undefined ? notes : [...notes, tracer.evaluate(parameter.fallback, fn.env)];
  const filled = [...injected, ...(framework.hidden ?? [])];
  if (values.some((value) => value.kind === 'external' && isOneOf(value.path, filled))) return true;
  const { type } = parameter;
  const typed = type === undefined ? undefined : typedValue(tracer, type, fn.env);
  return typed?.kind === 'external' && isOneOf(typed.path, framework.hidden ?? []);
}

/** Markers of parameters that are filled by what they name. */
const injected = [
  'Depends',
  'CurrentContext',
  'Resolve',
  'InjectedToolArg',
  'InjectedState',
  'InjectedStore',
  'InjectedToolCallId',
  'Inject',
  'Injected',
];

function isOneOf(path: string, names: readonly string[]): boolean {
  // `server.context.Context#`, `Depends()`
  const [name = ''] = /^\w*/.exec(path.slice(path.lastIndexOf('.') + 1)) ?? [];
  return names.includes(name);
}

/** What a handler is called with: the model's arguments by name, what the framework hands in by its type. */
function argumentsFor(tracer: Tracer, definition: Definition, handler: FunctionValue, input: InputValue): readonly Value[] {
  const { framework, inputAt, receiver } = definition;
  const { parameters } = handler.fn;
  if (inputAt === '*') {
    const [first, ...others] = parameters;
    const whole = definition.input?.kind === 'class' ? definition.input : first?.type && typedValue(tracer, first.type, handler.env);
    const cls = whole?.kind === 'instance' ? whole.cls : whole;
    return [
      cls?.kind === 'class' ? filled(cls, fieldsOf(tracer, cls, input), input) : input,
      ...others.map(({ type }) => (type && typedValue(tracer, type, handler.env)) ?? unknown('what the framework hands in')),
    ];
  }
  const all = new Map<string, Property>();
  for (const parameter of parameters) {
    const { name, packs, type } = parameter;
    if (name === undefined || packs !== undefined) continue;
    const typed = type === undefined ? undefined : typedValue(tracer, type, handler.env);
    if (isHidden(tracer, framework, handler, parameter)) {
      const given = handedOn(tracer, framework, parameter, handler, typed) ?? typed ?? unknown('what the framework hands in');
      const said =
        callId(tracer, framework, parameter, handler) ?? injectedValue(tracer, parameter, handler) ?? servedBy(tracer, given, receiver);
      const known = withCallIds(framework, said);
      all.set(name, { value: () => known });
    } else {
      const value = name === inputAt ? input : memberOf(tracer, input, name);
      all.set(name, { value: () => (typed?.kind === 'instance' ? modelOf(tracer, typed.cls, value) : value) });
    }
  }
  return [{ kind: 'object', id: nextId(), properties: all, open: false, others: [], keywords: true }];
}

/** `ctx: RunContext[Shop]` has a `Shop` in `ctx.deps`. */
function handedOn(
  tracer: Tracer,
  { handsOn = {} }: Framework,
  { type }: Parameter,
  { env }: FunctionValue,
  typed: Value | undefined,
): Value | undefined {
  const first = type?.kind === 'reference' ? type.args[0] : undefined;
  if (first === undefined || typed?.kind !== 'external') return undefined;
  const member = handsOn[typed.path.replace('#', '')];
  return member === undefined ? undefined : { ...record({ [member]: typedValue(tracer, first, env) }, true), others: [typed] };
}

/** A parameter that is told which call this is, by its name or by a marker. */
function callId(tracer: Tracer, { callIds = [] }: Framework, parameter: Parameter, { env }: FunctionValue): Value | undefined {
  const { name = '', notes = [], fallback } = parameter;
  const marks = (fallback === undefined ? notes : [...notes, fallback]).map((note) => tracer.evaluate(note, env));
  const isMarked = marks.some((mark) => mark.kind === 'external' && isOneOf(mark.path, callIds));
  return isMarked || callIds.includes(name) ? { kind: 'input', path: name, role: 'call-id' } : undefined;
}

/** What the framework hands in knows which call this is. */
function withCallIds({ callIds = [] }: Framework, given: Value): Value {
  const paths = callIds.map((path) => path.split('.'));
  const whole = given.kind === 'object' ? given : { ...record({}, true), others: [given] };
  if (paths.length === 0 || (given.kind !== 'external' && given.kind !== 'object')) return given;
  const properties = new Map<string, Property>(whole.properties);
  for (const [head, ...rest] of paths) {
    const id: Value = { kind: 'input', path: [head, ...rest].join('.'), role: 'call-id' };
    const value = rest.reduceRight<Value>((inner, name) => record({ [name]: inner }, true), id);
    properties.set(head!, { value: () => value });
  }
  return { ...whole, id: nextId(), properties };
}

/** What the framework hands in knows what its server was made with. */
function servedBy(tracer: Tracer, given: Value, server: Value | undefined): Value {
  if (given.kind !== 'external' || server === undefined) return given;
  return union(
    optionsOf(server).map((option): Value => {
      const args = option.kind === 'external' ? option.args : option.kind === 'instance' ? baseArguments(tracer, option) : undefined;
      const call = option.kind === 'external' ? option.call : undefined;
      return args === undefined ? given : { ...given, args, ...(call === undefined ? {} : { call }) };
    }),
  );
}

/** `Depends(get_db)` gives what the function returns. */
function injectedValue(tracer: Tracer, { notes = [], fallback }: Parameter, { env }: FunctionValue): Value | undefined {
  for (const part of fallback === undefined ? notes : [...notes, fallback]) {
    const value = tracer.evaluate(part, env);
    const fn = value.kind === 'external' ? positional(value.args ?? [])[0] : undefined;
    if (fn?.kind !== 'function') continue;
    const made = tracer.callFunction(fn, []);
    return made.kind === 'array' ? (made.items[0] ?? made.rest) : made;
  }
  return undefined;
}

/** A model of the project that is filled with what the model passed. An enumeration, or a class without fields, is the value itself. */
function modelOf(tracer: Tracer, cls: ClassValue, input: Value): Value {
  const fields = fieldsOf(tracer, cls, input);
  return fields.size === 0 ? input : filled(cls, fields, input);
}

function fieldsOf(tracer: Tracer, cls: ClassValue, input: Value): Map<string, Property> {
  const fields = new Map<string, Property>();
  for (const one of lineage(tracer, cls))
    for (const { name, annotated } of one.kind === 'class' ? one.cls.members : [])
      if (annotated === true && name !== undefined) {
        const value = memberOf(tracer, input, name);
        fields.set(name, { value: () => value });
      }
  return fields;
}

function filled(cls: ClassValue, fields: Map<string, Property>, input: Value): Value {
  const given: Value = { kind: 'object', id: nextId(), properties: fields, open: true, others: [input], keywords: true };
  return { kind: 'instance', id: nextId(), cls, args: [given] };
}

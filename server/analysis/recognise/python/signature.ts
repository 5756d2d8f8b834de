/** What a Python function says of itself: its docstring describes the tool, its parameters are the tool's. */
import type { Framework } from '../../../../rules/kit/index.js';
import type { Parameter } from '../../syntax/ir.js';
import { memberOf } from '../../trace/members.js';
import { keywordsIn, positional } from '../../trace/python/arguments.js';
import type { Tracer } from '../../trace/tracer.js';
import { typedValue } from '../../trace/types.js';
import {
  array,
  constant,
  nextId,
  optionsOf,
  record,
  stringOf,
  undefinedValue,
  unknown,
  type ClassValue,
  type FunctionValue,
  type InputValue,
  type Property,
  type Value,
} from '../../trace/value.js';
import type { Definition } from '../definition.js';

/** The definition with what its handler says where nothing else does. */
export function withSignature(tracer: Tracer, definition: Definition): Definition {
  const fn = optionsOf(definition.handler ?? undefinedValue).find((option) => option.kind === 'function');
  if (fn?.kind !== 'function' || fn.env.module.language !== 'python' || definition.dispatched !== undefined) return definition;
  const { framework } = definition;
  const description = definition.description ?? docstring(tracer, fn);
  return {
    ...definition,
    ...(description === undefined ? {} : { description }),
    input: definition.input ?? signature(tracer, framework, fn),
    argumentsOf:
      definition.argumentsOf ?? ((handler, input) => argumentsFor(tracer, framework, handler, input as InputValue, definition.inputAt)),
  };
}

/** The text that a function begins with. */
function docstring(tracer: Tracer, { fn, env }: FunctionValue): Value | undefined {
  const [first] = fn.body;
  if (first?.kind !== 'expression' || first.value.kind !== 'literal' || typeof first.value.value !== 'string') return undefined;
  return constant(first.value.value.trim(), tracer.place(first.value.span, env));
}

/** Parameters that the model fills, as a schema. */
function signature(tracer: Tracer, framework: Framework, fn: FunctionValue): Value {
  const properties = new Map<string, Property>();
  const required: Value[] = [];
  for (const parameter of fn.fn.parameters) {
    const { name, fallback } = parameter;
    if (name === undefined || parameter.packs !== undefined || isHidden(tracer, framework, fn, parameter)) continue;
    const said = fallback === undefined ? undefined : tracer.evaluate(fallback, fn.env);
    const field = said?.kind === 'external' ? fieldCall(said.args ?? []) : undefined;
    const otherwise = field === undefined ? said : field.otherwise;
    if (said === undefined || (field !== undefined && field.otherwise === undefined)) required.push(constant(name));
    const described = describedBy(tracer, parameter, fn) ?? field?.description;
    const values = valuesOf(tracer, parameter, fn);
    properties.set(name, {
      value: () =>
        record({
          ...(described === undefined ? {} : { description: described }),
          ...(otherwise === undefined ? {} : { default: otherwise }),
          ...(values === undefined ? {} : values),
        }),
      at: tracer.place(parameter.span, fn.env),
    });
  }
  const whole: Value = { kind: 'object', id: nextId(), properties, open: false, others: [] };
  return record({ type: constant('object'), properties: whole, required: array(required) });
}

/** `Field(default, description=…)` */
function fieldCall(args: readonly Value[]): { readonly otherwise: Value | undefined; readonly description: Value | undefined } {
  const named = keywordsIn(args);
  const at = (key: string): Value | undefined => named?.properties.get(key)?.value();
  const first = positional(args)[0] ?? at('default');
  return { otherwise: first?.kind === 'external' ? undefined : first, description: at('description') };
}

/** The text, or the field, that `Annotated` holds. */
function describedBy(tracer: Tracer, { notes = [] }: Parameter, fn: FunctionValue): Value | undefined {
  for (const note of notes) {
    const value = tracer.evaluate(note, fn.env);
    if (stringOf(value) !== undefined) return value;
    const field = value.kind === 'external' ? fieldCall(value.args ?? []).description : undefined;
    if (field !== undefined) return field;
  }
  return undefined;
}

/** `Literal['a', 'b']`, `bool`, and the members of an enumeration. */
function valuesOf(tracer: Tracer, { type }: Parameter, fn: FunctionValue): Readonly<Record<string, Value>> | undefined {
  if (type === undefined) return undefined;
  const options = (type.kind === 'union' ? type.options : [type]).flatMap((option) =>
    option.kind === 'union' ? option.options : [option],
  );
  const told = options.filter((option) => option.kind !== 'literal' || option.value !== null);
  if (told.length > 0 && told.every(({ kind }) => kind === 'literal'))
    return { enum: array(told.map((option) => constant(option.kind === 'literal' ? option.value : null))) };
  const [only] = told;
  if (told.length !== 1 || only?.kind !== 'reference') return undefined;
  if (only.name.kind === 'name' && only.name.name === 'bool' && only.name.binding === undefined) return { type: constant('boolean') };
  const cls = optionsOf(tracer.evaluate(only.name, fn.env))[0];
  return cls?.kind === 'class' ? membersOf(tracer, cls) : undefined;
}

function membersOf(tracer: Tracer, cls: ClassValue): Readonly<Record<string, Value>> | undefined {
  const base = cls.cls.base === undefined ? undefined : optionsOf(tracer.evaluate(cls.cls.base, cls.env));
  const all = [...(base ?? []), ...(cls.cls.mixins ?? []).flatMap((mixin) => optionsOf(tracer.evaluate(mixin, cls.env)))];
  if (!all.some((one) => one.kind === 'external' && one.library === 'py:enum')) return undefined;
  const fields = cls.cls.members.filter(({ kind, value }) => kind === 'field' && value !== undefined);
  return { enum: array(fields.map(({ name }) => memberOf(tracer, cls, name ?? ''))) };
}

/** What the framework hands in, or a project puts in the place of what it depends on. */
export function isHidden(tracer: Tracer, framework: Framework, fn: FunctionValue, parameter: Parameter): boolean {
  if (framework.hiddenNames?.includes(parameter.name ?? '') === true) return true;
  const notes = (parameter.notes ?? []).map((note) => tracer.evaluate(note, fn.env));
  const values = parameter.fallback === undefined ? notes : [...notes, tracer.evaluate(parameter.fallback, fn.env)];
  if (values.some((value) => value.kind === 'external' && isOneOf(value.path, injected))) return true;
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
  const name =
    path
      .replace(/(?:#|\(\))+$/, '')
      .split('.')
      .pop() ?? '';
  return names.includes(name);
}

/** What a handler is called with: the model's arguments by name, what the framework hands in by its type. */
function argumentsFor(
  tracer: Tracer,
  framework: Framework,
  handler: FunctionValue,
  input: InputValue,
  inputAt: Definition['inputAt'],
): readonly Value[] {
  const { parameters } = handler.fn;
  if (inputAt === '*') return [input, ...parameters.slice(1).map(() => unknown('what the framework hands in'))];
  const all = new Map<string, Property>();
  for (const parameter of parameters) {
    const { name, packs, type } = parameter;
    if (name === undefined || packs !== undefined) continue;
    const typed = type === undefined ? undefined : typedValue(tracer, type, handler.env);
    if (isHidden(tracer, framework, handler, parameter)) {
      const given = typed ?? unknown('what the framework hands in');
      const said = injectedValue(tracer, parameter, handler) ?? given;
      all.set(name, { value: () => said });
    } else {
      const value = memberOf(tracer, input, name);
      all.set(name, { value: () => (typed?.kind === 'instance' ? modelOf(tracer, typed.cls, value) : value) });
    }
  }
  return [{ kind: 'object', id: nextId(), properties: all, open: false, others: [], keywords: true }];
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

/** A model of the project that is filled with what the model passed. */
function modelOf(tracer: Tracer, cls: ClassValue, input: Value): Value {
  const fields = new Map<string, Property>();
  for (const { name, annotated } of cls.cls.members)
    if (annotated === true && name !== undefined) {
      const value = memberOf(tracer, input, name);
      fields.set(name, { value: () => value });
    }
  // An enumeration, or a class without fields, is the value itself.
  if (fields.size === 0) return input;
  const given: Value = { kind: 'object', id: nextId(), properties: fields, open: true, others: [input], keywords: true };
  return { kind: 'instance', id: nextId(), cls, args: [given] };
}

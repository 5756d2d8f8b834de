/** What parameters and fields of Python say of themselves: their types, defaults and descriptions, as a schema. */
import type { Expression, Parameter, TypeNode } from '../../syntax/ir.js';
import type { Env } from '../env.js';
import { lineage } from '../bases.js';
import { classEnv } from '../instances.js';
import { memberOf } from '../members.js';
import type { Tracer } from '../tracer.js';
import {
  array,
  constant,
  nextId,
  optionsOf,
  record,
  stringOf,
  type ClassValue,
  type ObjectValue,
  type Property,
  type Value,
} from '../value.js';
import { keywordsIn, positional } from './arguments.js';
import { openParts } from './open-types.js';
import { literalsOf } from './types.js';

/** A parameter of a function, or a field of a class. */
export type Described = Pick<Parameter, 'type' | 'notes' | 'fallback'> & { readonly name: string };

/** What one parameter says, and whether it must be given. */
export function propertyOf(
  tracer: Tracer,
  { type, notes = [], fallback }: Described,
  env: Env,
): { readonly schema: Value; readonly required: boolean } {
  const said = fallback === undefined ? undefined : tracer.evaluate(fallback, env);
  const field = said?.kind === 'external' || said?.kind === 'derived' ? fieldCall(argumentsOf(said)) : undefined;
  const otherwise = field === undefined ? said : field.otherwise;
  const described = describedBy(tracer, notes, env) ?? field?.description;
  const values = type === undefined ? undefined : valuesOf(tracer, type, env);
  return {
    required: said === undefined || (field !== undefined && field.otherwise === undefined),
    schema: record({
      ...(described === undefined ? {} : { description: described }),
      ...(otherwise === undefined ? {} : { default: otherwise }),
      ...(values ?? (type === undefined ? {} : { ...plainType(type), ...(tracer.tellsFields ? openParts(type) : {}) })),
      ...limitsOf(tracer, notes, said, env),
    }),
  };
}

/** A schema of an object with these properties. */
export function objectSchema(properties: ReadonlyMap<string, Property>, required: readonly string[]): ObjectValue {
  const whole: Value = { kind: 'object', id: nextId(), properties, open: false, others: [] };
  return record({ type: constant('object'), properties: whole, required: array(required.map((name) => constant(name))) });
}

/** The schema of a class of data: a model, a dataclass, a typed dictionary. */
export function classSchema(tracer: Tracer, cls: ClassValue): ObjectValue {
  const properties = new Map<string, Property>();
  const required = new Set<string>();
  for (const one of lineage(tracer, cls).toReversed()) {
    if (one.kind !== 'class') continue;
    const env = classEnv(one, one);
    for (const { name, type, notes, value, annotated, span } of one.cls.members) {
      if (annotated !== true || name === undefined || name.startsWith('_') || name === 'model_config') continue;
      const field: Described = {
        name,
        ...(type === undefined ? {} : { type }),
        ...(notes === undefined ? {} : { notes }),
        ...(value === undefined ? {} : { fallback: value }),
      };
      const said = propertyOf(tracer, field, env);
      properties.set(name, { value: () => said.schema, at: tracer.place(span, env) });
      if (said.required) required.add(name);
      else required.delete(name);
    }
  }
  return objectSchema(properties, [...required]);
}

const schemaMethods: ReadonlySet<string> = new Set(['model_json_schema', 'schema', '__get_pydantic_json_schema__']);

/** `Model.model_json_schema()`, when the class has no such method of its own. */
export function schemaMethod(tracer: Tracer, cls: ClassValue, method: string): ObjectValue | undefined {
  const isOwn = (one: Value): boolean => one.kind === 'class' && one.cls.members.some(({ name }) => name === method);
  return schemaMethods.has(method) && !lineage(tracer, cls).some(isOwn) ? classSchema(tracer, cls) : undefined;
}

function argumentsOf(value: Value): readonly Value[] {
  return value.kind === 'external' ? (value.args ?? []) : value.kind === 'derived' ? value.from : [];
}

const plainTypes: Readonly<Record<string, string>> = {
  str: 'string',
  int: 'number',
  float: 'number',
  Decimal: 'number',
  list: 'array',
  List: 'array',
  Sequence: 'array',
  tuple: 'array',
  dict: 'object',
  Dict: 'object',
};
/** Types whose text is of one form. */
const formats: ReadonlySet<string> = new Set(['UUID', 'UUID4', 'datetime', 'date', 'time', 'EmailStr', 'IPvAnyAddress', 'IPv4Address']);

/** `str`, `int | None`, `list[str]`, `UUID`. */
function plainType(type: TypeNode): Readonly<Record<string, Value>> {
  const options = (type.kind === 'union' ? type.options : [type]).filter((option) => option.kind !== 'literal' || option.value !== null);
  const names = options.map((option) =>
    option.kind === 'reference' && option.name.kind === 'name' ? option.name.name : option.kind === 'array' ? 'list' : '',
  );
  if (names.length > 0 && names.every((name) => formats.has(name))) return { type: constant('string'), format: constant('fixed') };
  const [first, ...others] = names.map((name) => plainTypes[name]);
  return first === undefined || others.some((other) => other !== first) ? {} : { type: constant(first) };
}

/** `Field(pattern=…, le=…)`, and functions of Pydantic that refuse. */
function limitsOf(tracer: Tracer, notes: readonly Expression[], said: Value | undefined, env: Env): Readonly<Record<string, Value>> {
  const limits: Record<string, Value> = {};
  for (const value of [...notes.map((note) => tracer.evaluate(note, env)), ...(said === undefined ? [] : [said])]) {
    const named = keywordsIn(argumentsOf(value));
    const pattern = named?.properties.get('pattern') ?? named?.properties.get('regex');
    const most = named?.properties.get('le') ?? named?.properties.get('lt');
    if (pattern !== undefined || (value.kind === 'external' && /Validator\b/.test(value.path))) limits['pattern'] = constant('');
    if (most !== undefined) limits['maximum'] = constant(0);
  }
  return limits;
}

/** `Field(default, description=…)` */
function fieldCall(args: readonly Value[]): { readonly otherwise: Value | undefined; readonly description: Value | undefined } {
  const named = keywordsIn(args);
  const at = (key: string): Value | undefined => named?.properties.get(key)?.value();
  const first = positional(args)[0] ?? at('default') ?? at('default_factory');
  // `...` says that it must be given.
  const isLeftOut =
    first?.kind === 'unknown' ||
    (first?.kind === 'derived' && first.from.length === 0) ||
    (first?.kind === 'external' && at('default_factory') === undefined) ||
    (first?.kind === 'constant' && first.value === undefined);
  return { otherwise: isLeftOut ? undefined : first, description: at('description') };
}

/** The text, or the field, that `Annotated` holds. */
function describedBy(tracer: Tracer, notes: readonly Expression[], env: Env): Value | undefined {
  for (const note of notes) {
    const value = tracer.evaluate(note, env);
    if (stringOf(value) !== undefined) return value;
    const field = fieldCall(argumentsOf(value)).description;
    if (field !== undefined) return field;
  }
  return undefined;
}

/** `Literal['a', 'b']`, `bool`, and the members of an enumeration. */
function valuesOf(tracer: Tracer, type: TypeNode, env: Env): Readonly<Record<string, Value>> | undefined {
  const options = (type.kind === 'union' ? type.options : [type]).flatMap((option) =>
    option.kind === 'union' ? option.options : [option],
  );
  const told = options.filter((option) => option.kind !== 'literal' || option.value !== null);
  const literals = told.map((option) => literalsIn(tracer, option, env));
  if (told.length > 0 && !literals.includes(undefined)) return { enum: array(literals.flatMap((values) => values ?? [])) };
  const [only] = told;
  if (told.length !== 1 || only?.kind !== 'reference') return undefined;
  if (only.name.kind === 'name' && only.name.name === 'bool' && only.name.binding === undefined) return { type: constant('boolean') };
  const cls = optionsOf(tracer.evaluate(only.name, env))[0];
  return cls?.kind === 'class' ? membersOf(tracer, cls) : undefined;
}

/** A literal, or the name of a type of them: `Action = Literal['get', 'set']`. */
function literalsIn(tracer: Tracer, type: TypeNode, env: Env): readonly Value[] | undefined {
  if (type.kind === 'literal') return [constant(type.value)];
  return type.kind === 'reference' && type.args.length === 0 ? literalsOf(tracer.evaluate(type.name, env)) : undefined;
}

function membersOf(tracer: Tracer, cls: ClassValue): Readonly<Record<string, Value>> | undefined {
  const members = enumMembers(tracer, cls);
  return members === undefined ? undefined : { enum: array(members) };
}

/** The members of an enumeration; nothing for any other class. */
export function enumMembers(tracer: Tracer, cls: ClassValue): readonly Value[] | undefined {
  if (!lineage(tracer, cls).some((one) => one.kind === 'external' && one.library === 'py:enum')) return undefined;
  const fields = cls.cls.members.filter(({ kind, value }) => kind === 'field' && value !== undefined);
  return fields.map(({ name }) => memberOf(tracer, cls, name ?? ''));
}

/** Reads what a tool's schema says of its parameters: zod (raw shapes and objects) and JSON Schema literals. */
import type { InputParameter, Place } from '../../../rules/kit/index.js';
import { memberOf } from './members.js';
import { classSchema } from './python/schema.js';
import { opensIn, zodOpens } from './open-schemas.js';
import type { Tracer } from './tracer.js';
import { stringOf, type ArrayValue, type ExternalValue, type ObjectValue, type Value } from './value.js';
import { chainOf, type Link } from './zod-chain.js';

/** Parameters of a schema; `undefined` when it could not be read. */
export function readSchema(tracer: Tracer, schema: Value | undefined): readonly InputParameter[] | undefined {
  if (schema === undefined) return undefined;
  if (schema.kind === 'external') return zodObject(tracer, schema);
  if (schema.kind === 'class') return readSchema(tracer, classSchema(tracer, schema));
  if (schema.kind === 'array') return listed(schema);
  if (schema.kind !== 'object') return undefined;
  const properties = schema.properties.get('properties')?.value();
  if (properties?.kind === 'object' && stringOf(schema.properties.get('type')?.value()) === 'object')
    return jsonSchema(tracer, schema, properties);
  return rawShape(tracer, schema);
}

/** The literal to which a parameter could be added: of zod the shape, of JSON Schema the schema itself. */
export function schemaLiteral(tracer: Tracer, schema: Value | undefined): (Place & { readonly form: 'zod' | 'json-schema' }) | undefined {
  if (schema?.kind === 'external') {
    const shape = chainOf(tracer, schema).find(({ method }) => objects.test(method))?.args[0];
    return shape?.kind === 'object' ? schemaLiteral(tracer, shape) : undefined;
  }
  if (schema?.kind !== 'object' || schema.node?.kind !== 'object' || schema.file === undefined || schema.open) return undefined;
  const isJson = schema.properties.get('properties')?.value().kind === 'object';
  return { file: schema.file, span: schema.node.span, form: isJson ? 'json-schema' : 'zod' };
}

/** A list of parameters, each with its name. */
function listed(list: ArrayValue): readonly InputParameter[] {
  return list.items.flatMap((item) => {
    if (item.kind !== 'object') return [];
    const part = (key: string): Value | undefined => item.properties.get(key)?.value();
    const name = stringOf(part('name'));
    if (name === undefined) return [];
    const required = part('required');
    const description = stringOf(part('description'));
    const values = enumValues(part('enum'));
    return {
      name,
      optional: required?.kind === 'constant' && required.value === false,
      ...(description === undefined ? {} : { description }),
      ...(values === undefined ? {} : { values }),
    };
  });
}

const objects = /^(?:\w+\.)?(?:object|strictObject|looseObject|interface)$/;
const choices = /^(?:\w+\.)?(?:union|discriminatedUnion|xor)$/;
const additions = /^(?:extend|safeExtend|merge|and|augment|setKey)$/;
const maxDepth = 6;

/** Parameters of an object, of a choice between objects, and of what is added to them. */
function zodObject(tracer: Tracer, schema: ExternalValue, depth = 0): readonly InputParameter[] | undefined {
  const found: (readonly InputParameter[])[] = [];
  if (depth > maxDepth) return undefined;
  for (const { method, args } of chainOf(tracer, schema)) {
    const [first, second] = args;
    const shape =
      second !== undefined && /^(?:\w+\.)?intersection$/.test(method)
        ? [first!, second]
        : additions.test(method) && first !== undefined
          ? [first]
          : [];
    for (const part of shape) found.push(partsOf(tracer, part, depth) ?? []);
    if (objects.test(method)) found.push(first?.kind === 'object' ? rawShape(tracer, first) : []);
    else if (choices.test(method)) {
      const list = [first, second].find((value) => value?.kind === 'array');
      if (list?.kind === 'array') found.push(either(list.items.map((item) => partsOf(tracer, item, depth) ?? [])));
    }
    if (method === 'partial') return merged(found).map((input) => ({ ...input, optional: true }));
  }
  return found.length === 0 ? undefined : merged(found.toReversed());
}

function partsOf(tracer: Tracer, value: Value, depth: number): readonly InputParameter[] | undefined {
  if (value.kind === 'external') return zodObject(tracer, value, depth + 1);
  return value.kind === 'object' ? rawShape(tracer, value) : undefined;
}

/** Later ones replace earlier ones of the same name. */
function merged(lists: readonly (readonly InputParameter[])[]): readonly InputParameter[] {
  return [...new Map(lists.flat().map((input) => [input.name, input])).values()];
}

/** One of several shapes: a parameter may have the values of each, and is optional where one lacks it. */
function either(shapes: readonly (readonly InputParameter[])[]): readonly InputParameter[] {
  const all = new Map<string, InputParameter[]>();
  for (const input of shapes.flat()) all.set(input.name, [...(all.get(input.name) ?? []), input]);
  return [...all.values()].map((inputs) => {
    const { values: _values, ...first } = inputs[0]!;
    const values = inputs.every((input) => input.values !== undefined) ? [...new Set(inputs.flatMap((input) => input.values!))] : undefined;
    const optional = inputs.length < shapes.length || inputs.some((input) => input.optional);
    return { ...first, optional, ...(values === undefined ? {} : { values }) };
  });
}

/** The value that is taken when none is given, and where it is written. */
function fallbackOf(value: Value | undefined): Pick<InputParameter, 'fallback' | 'fallbackPlace'> {
  if (value?.kind !== 'constant' || value.value === undefined) return {};
  return { fallback: value.value, ...(value.at === undefined ? {} : { fallbackPlace: value.at }) };
}

function rawShape(tracer: Tracer, shape: ObjectValue): readonly InputParameter[] {
  return [...shape.properties].map(([name, property]) => {
    const value = property.value();
    // `{ type: z.string(), description }`: a schema with words beside it.
    const inner = value.kind === 'object' ? value.properties.get('type')?.value() : undefined;
    const links = chainOf(tracer, inner ?? value);
    const has = (...methods: readonly string[]): Link | undefined => links.find((link) => methods.includes(link.method));
    const fallback = has('default', 'prefault', 'catch')?.args[0];
    const description =
      has('describe')?.args[0] ??
      metaDescription(tracer, has('meta')?.args[0]) ??
      (inner === undefined ? undefined : metaDescription(tracer, value));
    const optionalBy = links.flatMap(({ method, at }) => (at !== undefined && leftOut.test(method) ? [at] : []));
    const values = zodValues(tracer, links);
    return {
      name,
      ...zodLimits(links),
      ...(tracer.tellsFields ? zodOpens(tracer, links) : {}),
      optional: fallback !== undefined || has('optional', 'nullish') !== undefined,
      ...described(description),
      ...(optionalBy.length === 0 ? {} : { optionalBy }),
      ...(values === undefined ? {} : { values }),
      ...fallbackOf(fallback),
      ...(property.at === undefined ? {} : { place: property.at }),
    };
  });
}

const zodTypes: Readonly<Record<string, InputParameter['type']>> = {
  string: 'string',
  url: 'string',
  email: 'string',
  number: 'number',
  int: 'number',
  bigint: 'number',
  boolean: 'boolean',
  stringbool: 'boolean',
  array: 'array',
  tuple: 'array',
  object: 'object',
  strictObject: 'object',
  looseObject: 'object',
  record: 'object',
};
/** What a text must look like to pass, or a function that says so. */
const zodChecks =
  /^(?:regex|uuid|uuidv\d|guid|cuid2?|ulid|nanoid|jwt|email|datetime|date|time|duration|ip|ipv4|ipv6|cidr|cidrv4|cidrv6|hex|hostname|base64url|startsWith|refine|superRefine|check|custom|pipe|transform)$/;

function zodLimits(links: readonly Link[]): Pick<InputParameter, 'type' | 'checked' | 'limited'> {
  const names = links.map(({ method }) => method.slice(method.lastIndexOf('.') + 1));
  const type = names.map((name) => zodTypes[name]).findLast((one) => one !== undefined);
  return {
    ...(type === undefined ? {} : { type }),
    ...(names.some((name) => zodChecks.test(name)) ? { checked: true } : {}),
    ...(names.some((name) => /^(?:max|lte|lt|negative|nonpositive|refine|superRefine)$/.test(name)) ? { limited: true } : {}),
  };
}

const leftOut = /^(?:optional|nullish|default|prefault)$/;

function metaDescription(tracer: Tracer, meta: Value | undefined): Value | undefined {
  return meta?.kind === 'object' ? memberOf(tracer, meta, 'description') : undefined;
}

function described(words: Value | undefined): Pick<InputParameter, 'description' | 'descriptionPlace'> {
  const description = stringOf(words);
  if (description === undefined) return {};
  return { description, ...(words?.kind === 'constant' && words.at !== undefined ? { descriptionPlace: words.at } : {}) };
}

/** The values that a schema of one parameter allows, when it lists them. */
function zodValues(tracer: Tracer, links: readonly Link[], depth = 0): InputParameter['values'] {
  for (const { method, args } of links) {
    const name = method.slice(method.lastIndexOf('.') + 1);
    if (name === 'boolean' || name === 'stringbool') return [true, false];
    if (name === 'enum' || name === 'nativeEnum' || name === 'literal') return enumValues(args[0]);
    const [first] = args;
    if (name === 'union' && first?.kind === 'array' && depth < maxDepth) {
      const all = first.items.map((item) => zodValues(tracer, chainOf(tracer, item), depth + 1));
      return all.every((one) => one !== undefined) ? [...new Set(all.flat())] : undefined;
    }
    const inner = name === 'optional' || name === 'nullable' || name === 'nullish' || name === 'preprocess' ? args.at(-1) : undefined;
    if (inner?.kind === 'external' && depth < maxDepth) return zodValues(tracer, chainOf(tracer, inner), depth + 1);
  }
  return undefined;
}

function enumValues(value: Value | undefined): readonly (string | number | boolean)[] | undefined {
  const items =
    value?.kind === 'array'
      ? value.items
      : value?.kind === 'object'
        ? [...value.properties.values()].map((property) => property.value())
        : value?.kind === 'constant'
          ? [value]
          : [];
  const known = items.flatMap((item) => (item.kind === 'constant' && item.value !== undefined && item.value !== null ? [item.value] : []));
  return known.length > 0 && known.length === items.length ? known : undefined;
}

function jsonSchema(tracer: Tracer, schema: ObjectValue, properties: ObjectValue): readonly InputParameter[] {
  const required = memberOf(tracer, schema, 'required');
  const names = required.kind === 'array' ? required.items.map((item) => stringOf(item)) : [];
  return [...properties.properties].map(([name, property]) => {
    const value = property.value();
    const part = (key: string): Value | undefined => (value.kind === 'object' ? value.properties.get(key)?.value() : undefined);
    const values = listedValues(value);
    const fallback = part('default');
    return {
      name,
      ...limitsIn(value),
      ...(tracer.tellsFields ? opensIn(value) : {}),
      optional: !names.includes(name),
      ...described(part('description')),
      ...(values === undefined ? {} : { values }),
      ...fallbackOf(fallback),
      ...(property.at === undefined ? {} : { place: property.at }),
    };
  });
}

const jsonTypes: Readonly<Record<string, InputParameter['type']>> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  array: 'array',
  object: 'object',
};
/** Formats that leave open where it leads, or what it says. */
const openFormats: ReadonlySet<string> = new Set(['uri', 'url', 'uri-reference', 'iri', 'textarea', 'password', 'binary']);

/** `type`, `pattern`, `format`, `maximum`. */
function limitsIn(schema: Value): Pick<InputParameter, 'type' | 'checked' | 'limited'> {
  if (schema.kind !== 'object') return {};
  const part = (key: string): Value | undefined => schema.properties.get(key)?.value();
  const type = jsonTypes[stringOf(part('type')) ?? ''];
  const format = stringOf(part('format'));
  const checked = part('pattern') !== undefined || (format !== undefined && !openFormats.has(format));
  const limited = part('maximum') !== undefined || part('exclusiveMaximum') !== undefined;
  return { ...(type === undefined ? {} : { type }), ...(checked ? { checked } : {}), ...(limited ? { limited } : {}) };
}

/** `enum`, `const`, `type: boolean`, and a choice between such. */
function listedValues(schema: Value, depth = 0): InputParameter['values'] {
  if (schema.kind !== 'object' || depth > maxDepth) return undefined;
  const part = (key: string): Value | undefined => schema.properties.get(key)?.value();
  const listed = enumValues(part('enum')) ?? enumValues(part('const'));
  if (listed !== undefined) return listed;
  if (stringOf(part('type')) === 'boolean') return [true, false];
  const choice = part('anyOf') ?? part('oneOf');
  if (choice?.kind !== 'array' || choice.rest !== undefined) return undefined;
  const all = choice.items.filter((item) => !isNull(item)).map((item) => listedValues(item, depth + 1));
  return all.length > 0 && all.every((one) => one !== undefined) ? [...new Set(all.flat())] : undefined;
}

function isNull(schema: Value): boolean {
  return schema.kind === 'object' && stringOf(schema.properties.get('type')?.value()) === 'null';
}

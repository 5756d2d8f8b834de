/** Reads what a tool's schema says of its parameters: zod (raw shapes and objects) and JSON Schema literals. */
import type { InputParameter } from '../../../rules/kit/index.js';
import { memberOf } from './members.js';
import type { Tracer } from './tracer.js';
import { stringOf, type ExternalValue, type ObjectValue, type Value } from './value.js';

/** Libraries whose calls are kept as a chain, so that schemas can be read. */
export const schemaLibraries: ReadonlySet<string> = new Set(['zod']);

/** Parameters of a schema; `undefined` when it could not be read. */
export function readSchema(tracer: Tracer, schema: Value | undefined): readonly InputParameter[] | undefined {
  if (schema === undefined) return undefined;
  if (schema.kind === 'external') return zodObject(tracer, schema);
  if (schema.kind !== 'object') return undefined;
  const properties = schema.properties.get('properties')?.value();
  if (properties?.kind === 'object' && stringOf(schema.properties.get('type')?.value()) === 'object')
    return jsonSchema(tracer, schema, properties);
  return rawShape(tracer, schema);
}

function zodObject(tracer: Tracer, schema: ExternalValue): readonly InputParameter[] | undefined {
  for (const link of chainOf(tracer, schema)) {
    if (/^(?:\w+\.)?(?:object|strictObject|looseObject)$/.test(link.method) && link.args[0]?.kind === 'object')
      return rawShape(tracer, link.args[0]);
  }
  return undefined;
}

interface Link {
  readonly method: string;
  readonly args: readonly Value[];
}

/** `z.string().min(1).optional()` as its calls, last one first. */
function chainOf(tracer: Tracer, value: Value): readonly Link[] {
  const links: Link[] = [];
  let at: Value | undefined = value;
  for (let guard = 0; at?.kind === 'external' && at.call !== undefined && guard < 40; guard++) {
    const { node, env } = at.call;
    const callee = node.callee;
    if (callee.kind === 'member' && typeof callee.property === 'string') {
      links.push({ method: callee.property, args: at.args ?? [] });
      at = tracer.evaluate(callee.object, env);
    } else {
      links.push({ method: callee.kind === 'name' ? callee.name : '', args: at.args ?? [] });
      at = undefined;
    }
  }
  return links;
}

function rawShape(tracer: Tracer, shape: ObjectValue): readonly InputParameter[] {
  return [...shape.properties].map(([name, property]) => {
    const value = property.value();
    const links = chainOf(tracer, value);
    const has = (...methods: readonly string[]): Link | undefined => links.find((link) => methods.includes(link.method));
    const fallback = has('default', 'prefault', 'catch')?.args[0];
    const description = stringOf(has('describe')?.args[0]) ?? metaDescription(tracer, has('meta')?.args[0]);
    const values = enumValues(has('enum', 'nativeEnum', 'literal')?.args[0]);
    return {
      name,
      optional: fallback !== undefined || has('optional', 'nullish') !== undefined,
      ...(description === undefined ? {} : { description }),
      ...(values === undefined ? {} : { values }),
      ...(fallback?.kind === 'constant' && fallback.value !== undefined ? { fallback: fallback.value } : {}),
      ...(property.at === undefined ? {} : { place: property.at }),
    };
  });
}

function metaDescription(tracer: Tracer, meta: Value | undefined): string | undefined {
  return meta?.kind === 'object' ? stringOf(memberOf(tracer, meta, 'description')) : undefined;
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
    const description = stringOf(part('description'));
    const values = enumValues(part('enum'));
    const fallback = part('default');
    return {
      name,
      optional: !names.includes(name),
      ...(description === undefined ? {} : { description }),
      ...(values === undefined ? {} : { values }),
      ...(fallback?.kind === 'constant' && fallback.value !== undefined ? { fallback: fallback.value } : {}),
      ...(property.at === undefined ? {} : { place: property.at }),
    };
  });
}

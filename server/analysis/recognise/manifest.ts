/** What `package.json` says of a tool whose code stands elsewhere. */
import { array, constant, record, undefinedValue, type Value } from '../trace/value.js';
import type { Definition } from './definition.js';
import { optional } from './fields.js';

/** The definition, completed by the item of the manifest that has its name. */
export function withManifest(context: { readonly manifest: (file: string) => object | undefined }, definition: Definition): Definition {
  const { manifest, name, at } = definition;
  if (manifest === undefined) return definition;
  const items = valueAt(context.manifest(at.file), manifest.list);
  const item: unknown = Array.isArray(items) ? items.find((one: unknown) => valueAt(one, manifest.name) === name) : undefined;
  if (item === undefined) return definition;
  return {
    ...definition,
    ...optional('description', definition.description ?? valueOf(valueAt(item, manifest.description))),
    ...optional('input', definition.input ?? valueOf(valueAt(item, manifest.input))),
  };
}

function valueAt(of: unknown, path: string): unknown {
  let value = of;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function valueOf(data: unknown): Value {
  if (typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean' || data === null) return constant(data);
  if (Array.isArray(data)) return array(data.map(valueOf));
  if (typeof data !== 'object') return undefinedValue;
  return record(Object.fromEntries(Object.entries(data).map(([key, value]) => [key, valueOf(value)])));
}

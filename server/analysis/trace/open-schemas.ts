/** Schemas that leave open what is passed: anything at all, or an object whose names the model makes up. */
import type { InputParameter } from '../../../rules/kit/index.js';
import type { Tracer } from './tracer.js';
import { stringOf, type Value } from './value.js';
import { chainOf, type Link } from './zod-chain.js';

type Open = NonNullable<InputParameter['open']>;

const maxDepth = 4;
const anything = /^(?:any|unknown|json)$/;
const maps = /^(?:record|looseRecord|partialRecord|map)$/;
/** An object that takes more than it says. */
const loosened = /^(?:passthrough|loose|looseObject|catchall)$/;
/** A function, or another schema, that has the last word. */
const judged = /^(?:refine|superRefine|check|custom|pipe|transform|preprocess|strict)$/;
const wrapping = /^(?:array|optional|nullable|nullish|union|set|lazy|readonly|default|prefault)$/;

/** Of a schema of zod, by the calls that make it. */
export function zodOpens(tracer: Tracer, links: readonly Link[]): Pick<InputParameter, 'open'> {
  const open = zodOpen(tracer, links, 0);
  return open === undefined ? {} : { open };
}

function zodOpen(tracer: Tracer, links: readonly Link[], depth: number): Open | undefined {
  const named = links.map(({ method, args }) => ({ name: method.slice(method.lastIndexOf('.') + 1), args }));
  if (depth > maxDepth || named.some(({ name }) => judged.test(name))) return undefined;
  if (named.some(({ name }) => loosened.test(name))) return 'fields';
  for (const { name, args } of named) {
    if (anything.test(name)) return 'any';
    if (maps.test(name)) return args.length > 1 && listsKeys(tracer, args[0]) ? undefined : 'fields';
    if (!wrapping.test(name)) continue;
    const inner = args.flatMap((value) => (value.kind === 'array' ? value.items : [value])).filter(({ kind }) => kind === 'external');
    const found = inner.map((value) => zodOpen(tracer, chainOf(tracer, value), depth + 1)).find((open) => open !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `z.record(z.enum(['a', 'b']), …)` */
function listsKeys(tracer: Tracer, keys: Value | undefined): boolean {
  return (
    keys !== undefined && chainOf(tracer, keys).some(({ method }) => /(?:^|\.)(?:enum|nativeEnum|literal|union|refine|regex)$/.test(method))
  );
}

/** Of a JSON Schema: `additionalProperties`, or an object of which nothing is said. */
export function opensIn(schema: Value): Pick<InputParameter, 'open'> {
  const open = openIn(schema, 0);
  return open === undefined ? {} : { open };
}

function openIn(schema: Value, depth: number): Open | undefined {
  if (schema.kind !== 'object' || schema.open || depth > maxDepth) return undefined;
  const part = (key: string): Value | undefined => schema.properties.get(key)?.value();
  const choice = part('anyOf') ?? part('oneOf');
  if (choice?.kind === 'array') return choice.items.map((item) => openIn(item, depth + 1)).find((open) => open !== undefined);
  const more = part('additionalProperties');
  const takesMore = more !== undefined && (more.kind === 'object' || (more.kind === 'constant' && more.value === true));
  const type = stringOf(part('type'));
  if (type === undefined) return takesMore ? 'any' : undefined;
  const items = part('items');
  if (type === 'array') return items === undefined ? undefined : openIn(items, depth + 1);
  if (type !== 'object' || limiting.some((key) => schema.properties.has(key))) return undefined;
  const says = part('properties');
  const saysNothing = more === undefined && (says === undefined || (says.kind === 'object' && !says.open && says.properties.size === 0));
  return takesMore || saysNothing ? 'fields' : undefined;
}

/** What says more of an object than its properties. */
const limiting = ['$ref', 'allOf', 'patternProperties', 'propertyNames', 'unevaluatedProperties', 'enum', 'const'] as const;

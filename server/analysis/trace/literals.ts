/** Values of object, array and template literals. */
import type { Place } from '../../../rules/kit/index.js';
import type { Expression, ObjectExpression } from '../syntax/ir.js';
import { asList } from './builtins.js';
import { withCell } from './cells.js';
import type { Env, Remembered } from './env.js';
import { beside, told } from './outside.js';
import { eachInBody } from './parts.js';
import type { Tracer } from './tracer.js';
import { none } from './trails.js';
import {
  constant,
  derived,
  nextId,
  optionsOf,
  union,
  unknown,
  type ArrayValue,
  type ObjectValue,
  type Property,
  type Value,
} from './value.js';
import { keyOf } from './value-keys.js';

export function template(tracer: Tracer, texts: readonly string[], holes: readonly Expression[], env: Env): Value {
  const parts: (string | Value)[] = [];
  for (const [i, text] of texts.entries()) {
    parts.push(text);
    if (i < holes.length) parts.push(tracer.evaluate(holes[i]!, env));
  }
  return joinText(parts);
}

export function object(tracer: Tracer, expression: ObjectExpression, env: Env): ObjectValue {
  const properties = new Map<string, Property>();
  const others: Value[] = [];
  const later = setByMethods(expression);
  let open = false;
  for (const entry of expression.entries) {
    if (entry.kind === 'spread') {
      open = spread(tracer.evaluate(entry.value, env), properties, others) || open;
      continue;
    }
    if (entry.kind === 'accessor' && entry.set) continue;
    const more = typeof entry.key === 'string' ? later.get(entry.key) : undefined;
    const property = new WrittenProperty(tracer, expression, entry, env, more);
    const key = typeof entry.key === 'string' ? constant(entry.key) : tracer.evaluate(entry.key, env);
    if (key.kind === 'constant') properties.set(String(key.value), property);
    else {
      others.push(property.value());
      open = true;
    }
  }
  const made: ObjectValue = {
    kind: 'object',
    id: nextId(),
    properties,
    open,
    others: others.length === 0 ? none : others,
    node: expression,
    file: env.module.file,
  };
  return expression.entries.length === 0 ? withCell(made) : made;
}

const byMethods = new WeakMap<ObjectExpression, ReadonlyMap<string, readonly Expression[]>>();

/** What methods of an object assign to it: `{ dry: true, wet() { this.dry = false; } }`. */
function setByMethods(expression: ObjectExpression): ReadonlyMap<string, readonly Expression[]> {
  let found = byMethods.get(expression);
  if (found !== undefined) return found;
  const table = new Map<string, Expression[]>();
  for (const entry of expression.entries) {
    if (entry.value.kind !== 'function' || entry.value.arrow) continue;
    eachInBody(entry.value.body, (part) => {
      if (part.kind !== 'assign' || part.target.kind !== 'member' || part.target.object.kind !== 'this') return;
      const { property } = part.target;
      if (typeof property === 'string') table.set(property, [...(table.get(property) ?? []), part.value]);
    });
  }
  byMethods.set(expression, (found = table));
  return found;
}

/**
 * A property of an object literal, worked out when somebody asks. There are more of them than of anything else, so what can be told
 * from where it stands is not kept. Methods see the object as `this` only through their closure; that is enough for what we ask.
 */
class WrittenProperty implements Property {
  readonly #tracer: Tracer;
  readonly #literal: ObjectExpression;
  readonly #entry: Entry;
  readonly #env: Env;
  /** What methods of the object assign to it. */
  readonly #later: readonly Expression[] | undefined;
  #answer: Remembered<Value> | undefined;

  constructor(tracer: Tracer, literal: ObjectExpression, entry: Entry, env: Env, later: readonly Expression[] | undefined) {
    this.#later = later;
    this.#tracer = tracer;
    this.#literal = literal;
    this.#entry = entry;
    this.#env = env;
  }

  value(): Value {
    const tracer = this.#tracer;
    if (tracer.serves(this.#answer)) return tracer.reuse(this.#answer);
    const answer = tracer.remember(() => this.#compute());
    this.#answer = answer;
    return answer.value;
  }

  #compute(): Value {
    const entry = this.#entry;
    if (entry.kind === 'accessor') return this.#tracer.callFunction(this.#tracer.functionValue(entry.value, this.#env), []);
    const start = this.#tracer.evaluate(entry.value, this.#env);
    return this.#later === undefined ? start : beside(start, this.#later.map(told));
  }

  get at(): Place {
    return this.#tracer.place(this.#entry.value.span, this.#env);
  }

  get keyAt(): Place {
    return this.#tracer.place(this.#entry.keySpan, this.#env);
  }

  get written(): NonNullable<Property['written']> {
    return { within: this.#tracer.place(this.#literal.span, this.#env), value: this.#entry.value, env: this.#env };
  }
}

type Entry = Exclude<ObjectExpression['entries'][number], { readonly kind: 'spread' }>;

/** Adds the properties of a value; `true` when it may have more. */
export function spread(value: Value, properties: Map<string, Property>, others: Value[]): boolean {
  if (value.kind === 'object') {
    for (const [key, property] of value.properties) properties.set(key, property);
    for (const other of value.others) add(others, other);
    return value.open;
  }
  if (value.kind === 'constant') return false;
  if (value.kind === 'union') {
    // `...(test ? { a } : {})`: each alternative may add its properties.
    let open = false;
    for (const option of value.options) open = spread(option, properties, others) || open;
    return open;
  }
  add(others, value);
  return true;
}

/** Objects that are spread into each other again and again would double with each step. */
const maxOthers = 40;
const maxItems = 3_000;
const maxParts = 600;

/** Adds a value under an unknown key, once. */
function add(others: Value[], value: Value): void {
  const key = keyOf(value);
  if (others.length >= maxOthers || others.some((other) => keyOf(other) === key)) return;
  others.push(others.length === maxOthers - 1 ? unknown('more values than are followed') : value);
}

export function list(tracer: Tracer, expression: Expression & { kind: 'array' }, env: Env): Value {
  const items: Value[] = [];
  const rest: Value[] = [];
  const mayLack: Value[] = [];
  const together: ArrayValue[] = [];
  for (const item of expression.items) {
    const given = tracer.evaluate(item.value, env);
    const value = item.spread ? unpacked(given) : given;
    if (!item.spread) items.push(value);
    else if (value.kind === 'array') {
      append(items, value.items, rest);
      mayLack.push(...(value.mayLack ?? []));
      together.push(...(value.together ?? []));
      if (value.rest !== undefined) rest.push(value.rest);
    } else if (value.kind !== 'constant') {
      for (const option of optionsOf(value)) {
        if (option.kind === 'array') {
          append(items, option.items, rest);
          mayLack.push(...option.items);
          together.push(option);
        } else rest.push(derived('item', [option]));
      }
    }
  }
  const made: ArrayValue = {
    kind: 'array',
    id: nextId(),
    items,
    ...(rest.length > 0 ? { rest: union(rest) } : {}),
    ...(mayLack.length > 0 ? { mayLack } : {}),
    ...(together.length > 0 ? { together } : {}),
    node: expression,
    file: env.module.file,
  };
  return expression.items.length === 0 ? withCell(made) : made;
}

/** `[...map]` has its entries, `[...set]` what it holds. */
function unpacked(value: Value): Value {
  if (value.kind === 'union') return union(value.options.map(unpacked));
  return value.kind === 'object' && value.collection !== undefined ? asList(value) : value;
}

function append(items: Value[], more: readonly Value[], rest: Value[]): void {
  const room = Math.max(0, maxItems - items.length);
  for (const item of more.slice(0, room)) items.push(item);
  if (more.length > room && rest.length === 0) rest.push(unknown('more items than are followed'));
}

/** Joins text parts; a constant when all of them are. */
export function joinText(parts: readonly (string | Value)[]): Value {
  const flat: (string | Value)[] = [];
  for (const part of parts) {
    const pieces =
      typeof part === 'string' ? [part] : part.kind === 'constant' ? [String(part.value)] : part.kind === 'text' ? part.parts : [part];
    for (const piece of pieces) {
      if (typeof piece === 'string' && typeof flat[flat.length - 1] === 'string') flat[flat.length - 1] += piece;
      else if (piece !== '') flat.push(piece);
    }
    if (flat.length > maxParts) return derived('+', [unknown('more parts than are followed')]);
  }
  if (flat.every((piece) => typeof piece === 'string')) return constant(flat.join(''));
  return { kind: 'text', id: nextId(), parts: flat.slice() };
}

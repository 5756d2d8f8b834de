/**
 * Arguments of which less is told apart, for functions that are called in very many ways. What can be called, constants and what a
 * text certainly says stay; of data, only what it was made from in the end does: what the model passed, what is new each time, what
 * was read. Code decides nothing by the way in between.
 */
import { worth } from './assigned-property.js';
import { fromModel } from './some-part.js';
import { array, constant, derived, nextId, union, type DerivedValue, type ObjectValue, type Value } from './value.js';
import { isPlain, isRecord, keyOf, placedKeyOf } from './value-keys.js';

const maxSources = 6;
const maxChain = 60;
const maxDepth = 4;

const theInput: Value = { kind: 'input', path: '', role: 'input' };

/** What data was made from in the end; without a list when that is too much. */
interface Sources {
  readonly list?: ReadonlyMap<string, Value>;
  readonly byModel: boolean;
}

const noSources: Sources = { list: new Map(), byModel: false };

/** What a file says may change what objects hold, so one is made for each thing that is worked out. */
export class Looser {
  readonly #known = new WeakMap<Value, Sources>();

  /** The same value without how its data was computed. */
  of(value: Value, depth = 0): Value {
    if (depth > maxDepth) return value;
    const inner = (part: Value): Value => this.of(part, depth + 1);
    switch (value.kind) {
      case 'derived':
        return this.#sourced(value);
      case 'text':
        return { kind: 'text', id: nextId(), parts: value.parts.map((part) => (typeof part === 'string' ? part : inner(part))) };
      case 'union':
        return union(value.options.map(inner));
      case 'array':
        return isPlain(value) ? array(value.items.map(inner), value.rest === undefined ? undefined : inner(value.rest)) : value;
      case 'object':
        return isRecord(value) ? { ...value, id: nextId(), properties: eachOf(value, inner), others: value.others.map(inner) } : value;
      default:
        return value;
    }
  }

  /** Data in place of all that is only data, whatever it says; `undefined` for what is something else, or nothing. */
  data(value: Value): Value | undefined {
    return isOnlyData(value, 0) ? derived('data', this.#sourcesOf(value, 0).byModel ? [theInput] : []) : undefined;
  }

  #sourced(value: DerivedValue): DerivedValue {
    const { fresh, told, answer, read } = value;
    if (fresh === true) return value;
    const { list, byModel } = this.#joined(value.from, 0);
    const from = list === undefined ? (byModel ? [theInput] : []) : [...list].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part);
    return {
      ...derived(told === true ? 'answer' : 'data', from),
      ...(told === undefined ? {} : { told }),
      ...(answer === undefined ? {} : { answer }),
      ...(read === undefined ? {} : { read }),
    };
  }

  #sourcesOf(part: Value, depth: number): Sources {
    const known = this.#known.get(part);
    if (known !== undefined) return known;
    // What is made from itself adds nothing to itself.
    this.#known.set(part, noSources);
    const found = this.#found(part, depth);
    this.#known.set(part, found);
    return found;
  }

  #found(part: Value, depth: number): Sources {
    if (part.kind === 'constant') return noSources;
    if (depth > maxChain) return { byModel: fromModel(part) };
    const parts = partsOf(part);
    if (parts === undefined) return { list: new Map([[keyOf(part), part]]), byModel: part.kind === 'input' && part.role === 'input' };
    const joined = this.#joined(parts, depth + 1);
    if (part.kind !== 'derived' || part.told !== true) return joined;
    // What somebody else answers is none of what it was asked with.
    const { byModel } = joined;
    const answer: Value = { ...derived('answer', byModel ? [theInput] : []), told: true };
    return { list: new Map([[keyOf(answer), answer]]), byModel };
  }

  #joined(parts: readonly Value[], depth: number): Sources {
    const list = new Map<string, Value>();
    let [byModel, isWhole] = [false, true];
    for (const part of parts) {
      const inner = this.#sourcesOf(part, depth);
      byModel ||= inner.byModel;
      if (inner.list === undefined) isWhole = false;
      else if (isWhole) for (const [key, source] of inner.list) list.set(key, source);
      isWhole &&= list.size <= maxSources;
    }
    return isWhole ? { list, byModel } : { byModel };
  }
}

function isOnlyData(value: Value, depth: number): boolean {
  const inner = (part: Value): boolean => depth < maxDepth && isOnlyData(part, depth + 1);
  switch (value.kind) {
    case 'constant':
      return value.value !== undefined && value.value !== null;
    case 'derived':
    case 'text':
    case 'environment':
      return true;
    case 'input':
      return value.fixed === undefined;
    case 'union':
      return value.options.every((option) => inner(option) || option.kind === 'constant');
    case 'array':
      return isPlain(value) && value.items.every(inner) && (value.rest === undefined || inner(value.rest));
    case 'object':
      return isRecord(value) && [...value.properties.values()].every((property) => inner(property.value())) && value.others.every(inner);
    default:
      return false;
  }
}

/** Tells apart what a {@link Looser} leaves; objects of equal parts are equal. */
export function looseKeyOf(value: Value, depth = 0): string {
  if (value.kind === 'array' && isPlain(value) && depth <= maxDepth)
    return `[${[...value.items, ...(value.rest === undefined ? [] : [constant('...'), value.rest])].map((item) => looseKeyOf(item, depth + 1)).join()}]`;
  if (value.kind !== 'object' || !isRecord(value) || depth > maxDepth) return placedKeyOf(value);
  const properties = [...value.properties].map(([name, property]) => `${name}:${looseKeyOf(property.value(), depth + 1)}`);
  const others = value.others.map((other) => looseKeyOf(other, depth + 1));
  return `{${[...properties, ...(value.open ? ['...', ...others] : others)].join()}}`;
}

function eachOf({ properties }: ObjectValue, change: (value: Value) => Value): ObjectValue['properties'] {
  return new Map(
    [...properties].map(([name, property]) => {
      const value = change(property.value());
      return [name, worth(property, () => value)];
    }),
  );
}

/** What a part was made from; `undefined` for one that says itself where it is from. */
function partsOf(part: Value): readonly Value[] | undefined {
  switch (part.kind) {
    case 'derived':
      return part.fresh === true || part.read !== undefined ? undefined : part.from;
    case 'text':
      return part.parts.filter((piece) => typeof piece !== 'string');
    case 'union':
      return part.options;
    case 'array':
      return part.rest === undefined ? part.items : [...part.items, part.rest];
    case 'constant':
      return [];
    case 'object':
      return isRecord(part) ? [...part.properties.values()].map((property) => property.value()) : undefined;
    default:
      return undefined;
  }
}

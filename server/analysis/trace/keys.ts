/** How stable a value is when the call that uses it happens again (rules.md 1.3). */
import type { Evidence, Key, KeyLevel, Place } from '../../../rules/kit/index.js';
import { textHoles, type Value } from './value.js';

interface Stability {
  readonly level: KeyLevel | 'unknown';
  /** Where a new value is made, for K1. */
  readonly at?: Place;
  readonly label: string;
  readonly optional?: boolean;
}

const constantLevel: Stability = { level: 'K2', label: 'a constant' };

const stabilities = new WeakMap<Value, Stability>();

/** Level of a value used as key. Values that could not be told count as K4: unknown never accuses. */
export function stabilityOf(value: Value, depth = 0): Stability {
  if (depth > 12) return { level: 'unknown', label: 'a computed value' };
  const known = stabilities.get(value);
  if (known !== undefined) return known;
  const found = computed(value, depth);
  stabilities.set(value, found);
  return found;
}

function computed(value: Value, depth: number): Stability {
  switch (value.kind) {
    case 'constant':
      return { level: 'K2', label: 'a constant', ...(value.at === undefined ? {} : { at: value.at }) };
    case 'environment':
      return { level: 'K2', label: `the environment variable \`${value.name}\`` };
    case 'input':
      if (value.role === 'call-id') return { level: 'K3', label: 'the id of this call' };
      if (value.role === 'request-id') return { level: 'K1', label: `the request id \`${value.path}\`` };
      return { level: 'K4', label: value.path === '' ? 'the arguments' : `the argument \`${value.path}\`` };
    case 'text':
      return combined([constantLevel, ...textHoles(value).map((hole) => stabilityOf(hole, depth + 1))]);
    case 'derived':
      if (value.fresh === true)
        return {
          level: 'K1',
          label: freshLabel(value.operation),
          ...(value.at === undefined ? {} : { at: value.at }),
        };
      if (value.read !== undefined) return { level: 'K4', label: 'a stored value' };
      return value.from.length === 0
        ? { level: 'unknown', label: 'a computed value' }
        : combined(value.from.map((part) => stabilityOf(part, depth + 1)));
    case 'object':
      return combined([constantLevel, ...[...value.properties.values()].map((property) => stabilityOf(property.value(), depth + 1))]);
    case 'array':
      return combined([constantLevel, ...value.items.map((item) => stabilityOf(item, depth + 1))]);
    case 'union':
      return chosen(value.options.map((option) => stabilityOf(option, depth + 1)));
    default:
      return { level: 'unknown', label: 'a value that could not be told' };
  }
}

function freshLabel(operation: string): string {
  if (operation === 'attempt') return 'the number of the attempt';
  return operation.endsWith('++') ? `the counter \`${operation.slice(0, -2)}\`` : `\`${operation}()\``.replace('()()', '()');
}

/** A key made of parts: one new part makes it new; one identifying part makes it identify. */
function combined(parts: readonly Stability[]): Stability {
  for (const level of ['K1', 'unknown', 'K4', 'K3', 'K2'] as const) {
    const found = parts.find((part) => part.level === level);
    if (found !== undefined) return found;
  }
  return { level: 'unknown', label: 'a computed value' };
}

/** One of several: `args.key ?? randomUUID()` is stable when the caller passes a key. */
function chosen(options: readonly Stability[]): Stability {
  const fresh = options.find((option) => option.level === 'K1');
  const stable = options.find((option) => option.level === 'K4' || option.level === 'K3');
  if (fresh !== undefined && stable !== undefined) return { ...stable, optional: true };
  return (
    fresh ?? stable ?? options.find((option) => option.level === 'unknown') ?? options[0] ?? { level: 'unknown', label: 'a computed value' }
  );
}

/** The key that a value makes. */
export function keyOfValue(value: Value | undefined, place: Place | undefined): Key {
  if (value === undefined || (value.kind === 'constant' && (value.value === undefined || value.value === null || value.value === '')))
    return { level: 'none' };
  const found = stabilityOf(value);
  const because: Evidence | undefined = found.at === undefined ? undefined : { ...found.at, label: found.label };
  return {
    level: found.level === 'unknown' ? 'K4' : found.level,
    ...(place === undefined ? {} : { place }),
    ...(because === undefined ? {} : { because }),
    ...(found.optional === true ? { optional: true } : {}),
  };
}

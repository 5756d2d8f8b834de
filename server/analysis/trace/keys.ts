/** How stable a value is when the call that uses it happens again (rules.md 1.3). */
import type { Evidence, Key, KeyLevel, Place } from '../../../rules/kit/index.js';
import { isBucket } from './buckets.js';
import { dataMethods } from './data-methods.js';
import { fromModel } from './some-part.js';
import { textHoles } from './text-parts.js';
import { type DerivedValue, type ObjectValue, type Value } from './value.js';

export interface Stability {
  readonly level: KeyLevel | 'unknown';
  /** Where a new value is made, for K1. */
  readonly at?: Place;
  readonly label: string;
  readonly optional?: boolean;
  /** The parameter that it is. */
  readonly input?: string;
}

const constantLevel: Stability = { level: 'K2', label: 'a constant' };
const computedLevel: Stability = { level: 'unknown', label: 'a computed value' };
const requestLevel: Stability = { level: 'K1', label: 'the id of this request' };

const stabilities = new WeakMap<Value, Stability>();

/** Level of a value used as key. Values that could not be told count as K4: unknown never accuses. */
export function stabilityOf(value: Value, depth = 0): Stability {
  if (depth > 12) return computedLevel;
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
      return { level: 'K4', label: value.path === '' ? 'the arguments' : `the argument \`${value.path}\``, input: value.path };
    case 'text':
      return combined([constantLevel, ...textHoles(value).map((hole) => stabilityOf(hole, depth + 1))]);
    case 'derived':
      return ofDerived(value, depth);
    case 'object':
      return combined([...partsOf(value, depth), ...(value.open && value.others.length === 0 ? [computedLevel] : [constantLevel])]);
    case 'array':
      return combined([
        constantLevel,
        ...[...value.items, ...(value.rest === undefined ? [] : [value.rest])].map((item) => stabilityOf(item, depth + 1)),
      ]);
    case 'external':
      if (
        namesRequest(value.path.slice(Math.max(value.path.lastIndexOf('.'), value.path.lastIndexOf('#')) + 1)) ||
        askedForRequest(value.args)
      )
        return requestLevel;
      // What a package exports, not what it makes: `v5.URL`.
      return value.args === undefined && /^(?:\w+\.)?[A-Z][A-Z\d_]*$/.test(value.path)
        ? constantLevel
        : { level: 'unknown', label: 'a value of a package' };
    case 'union':
      return chosen(value.options.filter((option) => !isLacking(option)).map((option) => stabilityOf(option, depth + 1)));
    default:
      return { level: 'unknown', label: 'a value that could not be told' };
  }
}

/** The day of the present time is the same for all that happens on it. */
function bucketed(time: Stability): Stability {
  return time.level === 'K1' ? { ...constantLevel, label: 'the date' } : time;
}

function freshLabel(operation: string): string {
  if (operation === 'attempt') return 'the number of the attempt';
  return operation.endsWith('++') ? `the counter \`${operation.slice(0, -2)}\`` : `\`${operation}()\``.replace('()()', '()');
}

function partsOf({ properties, others }: ObjectValue, depth: number): readonly Stability[] {
  return [...[...properties.values()].map((property) => property.value()), ...others].map((part) => stabilityOf(part, depth + 1));
}

function ofDerived(value: DerivedValue, depth: number): Stability {
  if (value.fresh === true && isBucket(value)) return bucketed({ level: 'K1', label: 'a time' });
  if (value.fresh === true) return { level: 'K1', label: freshLabel(value.operation), ...(value.at === undefined ? {} : { at: value.at }) };
  if (value.read !== undefined) return { level: 'K4', label: 'a stored value' };
  if (value.told === true || value.from.length === 0) return computedLevel;
  const method = /^\.([\w$]+)\(\)$/.exec(value.operation)?.[1];
  if (isFromRequest(value, method)) return requestLevel;
  const parts = value.from.map((part) => stabilityOf(part, depth + 1));
  if (isBucket(value)) return bucketed(combined(parts));
  // What a method of something unknown is given may come back, or may not.
  const isData = method === undefined || dataMethods.has(method) || parts[0]?.level !== 'unknown';
  return combined(isData ? parts : [computedLevel]);
}

/** Names of what says which request this is, in headers, spans and contexts: another one each time. */
const requests: ReadonlySet<string> = new Set([
  'traceId',
  'spanId',
  'trace_id',
  'span_id',
  'traceparent',
  'request_id',
  'x-request-id',
  'x-trace-id',
  'x-amzn-trace-id',
  'awsRequestId',
]);

function namesRequest(name: string): boolean {
  return requests.has(name) || requests.has(name.toLowerCase());
}

/** `headers().get('x-request-id')` */
function askedForRequest(args: readonly Value[] | undefined): boolean {
  const name = args?.[0];
  return name?.kind === 'constant' && typeof name.value === 'string' && namesRequest(name.value);
}

function isFromRequest({ operation, from }: DerivedValue, method: string | undefined): boolean {
  const asked =
    method === undefined ? namesRequest(operation.replace(/^\./, '')) : /^(?:get|header)$/.test(method) && askedForRequest(from.slice(1));
  return asked && from[0] !== undefined && !fromModel(from[0]);
}

/** A key made of parts: one new part makes it new, one part of the call ties it to the call, one identifying part makes it identify. */
function combined(parts: readonly Stability[]): Stability {
  for (const level of ['K1', 'unknown', 'K3', 'K4', 'K2'] as const) {
    const found = parts.find((part) => part.level === level);
    if (found !== undefined) return found;
  }
  return computedLevel;
}

/** One of several: `args.key ?? randomUUID()` is stable when the caller passes a key. */
function chosen(options: readonly Stability[]): Stability {
  const fresh = options.find((option) => option.level === 'K1');
  const stable = options.find((option) => option.level === 'K4' || option.level === 'K3');
  const other = stable ?? options.find((option) => option.level === 'unknown');
  if (fresh !== undefined && other !== undefined) return { ...other, optional: true };
  const found = fresh ?? other ?? options[0] ?? computedLevel;
  if (options.length < 2 || found.input === undefined) return found;
  // Another one stands in for a parameter that is left out.
  const { input: _input, ...backed } = found;
  return backed;
}

function isLacking(value: Value): boolean {
  return value.kind === 'constant' && (value.value === undefined || value.value === null || value.value === '');
}

/** The key that a value makes. */
export function keyOfValue(value: Value | undefined, place: Place | undefined): Key {
  if (value === undefined || isLacking(value)) return { level: 'none' };
  const found = stabilityOf(value);
  // What is the same for everything is shown where it is used, if it stands nowhere else.
  const at = found.at ?? (found.level === 'K2' ? place : undefined);
  const because: Evidence | undefined = at === undefined ? undefined : { ...at, label: found.label };
  return {
    level: found.level === 'unknown' ? 'K4' : found.level,
    ...(place === undefined ? {} : { place }),
    ...(because === undefined ? {} : { because }),
    ...(found.optional === true ? { optional: true } : {}),
    ...(found.input === undefined ? {} : { input: found.input }),
  };
}

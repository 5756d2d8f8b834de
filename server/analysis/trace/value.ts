/**
 * What an expression can be. A value keeps what is needed to answer the next question about it and where it was
 * written; everything that is not known has a kind of its own, so that nothing is mistaken for "nothing".
 */
import type { Place } from '../../../rules/kit/index.js';
import type { CallExpression, ClassNode, Expression, FunctionNode, TypeNode } from '../syntax/ir.js';
import type { Cell } from './cells.js';
import type { Env } from './env.js';
import type { Repeating } from './python/retries.js';
import { keyOf } from './value-keys.js';

export type Constant = string | number | boolean | null | undefined;

export type Value =
  | ConstantValue
  | TextValue
  | ObjectValue
  | ArrayValue
  | FunctionValue
  | ClassValue
  | InstanceValue
  | ExternalValue
  | NamespaceValue
  | UnionValue
  | InputValue
  | DerivedValue
  | EnvironmentValue
  | UnknownValue;

export interface ConstantValue {
  readonly kind: 'constant';
  readonly value: Constant;
  readonly at?: Place;
}

/** A string of which parts are known. */
/** What tells a value apart, kept with it. A copy has none of its own. */
export interface KeyMemo {
  readonly of: Value;
  plain?: string;
  placed?: string;
  /** What was asked of all that it is made from. */
  parts?: Partial<Record<'model' | 'text' | 'fresh' | 'read', boolean>>;
}

interface Keyed {
  memo?: KeyMemo;
}

export interface TextValue extends Keyed {
  readonly kind: 'text';
  readonly id: number;
  readonly parts: readonly (string | Value)[];
}

export interface Property {
  readonly value: () => Value;
  /** The same for who only looks a value over, where it matters whether the program asks for it. */
  readonly seen?: () => Value;
  /** Where the value expression stands. */
  readonly at?: Place;
  /** Where the key stands. */
  readonly keyAt?: Place;
  /** The object literal that it was written in, and what was written there: copies of an object keep it. */
  readonly written?: { readonly within: Place; readonly value: Expression; readonly env: Env };
}

export interface ObjectValue {
  readonly kind: 'object';
  readonly id: number;
  readonly properties: ReadonlyMap<string, Property>;
  /** More properties than these are possible. */
  readonly open: boolean;
  /** Values of properties under unknown keys. */
  readonly others: readonly Value[];
  readonly node?: Expression;
  readonly file?: string;
  /** The arguments that a Python call gives by name. */
  readonly keywords?: true | undefined;
  /** `new Map` and `new Set` hold their entries as properties. */
  readonly collection?: 'map' | 'set';
  /** Others may put something into it. */
  readonly cell?: Cell;
  /** Without what others have put into it. */
  readonly grownFrom?: ObjectValue;
  /** What it was before what methods of its class may add was guessed. */
  readonly filledFrom?: ObjectValue;
  /** The function of a `Proxy` that is asked for properties. */
  readonly trap?: FunctionValue;
}

export interface ArrayValue extends Keyed {
  readonly kind: 'array';
  readonly id: number;
  readonly items: readonly Value[];
  /** More items than these are possible; what is known of them. */
  readonly rest?: Value;
  readonly node?: Expression;
  readonly file?: string;
  /** Others may put something into it. */
  readonly cell?: Cell;
  /** Without what others have put into it. */
  readonly grownFrom?: ArrayValue;
  /** What it was before what methods of its class may add was guessed. */
  readonly filledFrom?: ArrayValue;
  /** Those of the items that are there only when a test was passed. */
  readonly mayLack?: readonly Value[];
  /** Names of the items, in a tuple that has them. */
  readonly fields?: readonly string[];
  /** Lists whose items are among these: they are there together, or not at all. */
  readonly together?: readonly ArrayValue[];
}

export interface FunctionValue {
  readonly kind: 'function';
  readonly id: number;
  readonly fn: FunctionNode;
  readonly env: Env;
  readonly self?: Value;
  /** Leading arguments fixed by `bind`. */
  readonly bound?: readonly Value[];
  /** What wraps it may hand over more than it is called with. */
  readonly wrapped?: true;
  /** The function whose name, text and parameters it has: `functools.wraps` says so. */
  readonly standsFor?: FunctionValue;
  /** A decorator of a package runs it again when it fails. */
  readonly repeated?: Repeating;
  /** The object of a package that a decorator made of it. */
  readonly made?: Value;
  /** Decorators of packages that stand on it, the innermost first. */
  readonly marks?: readonly Mark[];
}

/** A decorator of a package, and where it is written. */
export interface Mark {
  readonly by: ExternalValue;
  readonly at: Place;
}

export interface ClassValue {
  readonly kind: 'class';
  readonly id: number;
  readonly cls: ClassNode;
  readonly env: Env;
}

export interface InstanceValue {
  readonly kind: 'instance';
  readonly id: number;
  readonly cls: ClassValue;
  /** `undefined`: made elsewhere, known by its type only. */
  readonly args?: readonly Value[];
  /** Where it was made, and by what; absent when that is not known. */
  readonly madeIn?: Env;
  readonly madeBy?: CallExpression;
}

/**
 * Something of a package: `path` runs from its exports, `#` after a class means an instance, `()` the result of a call,
 * as in effect files.
 */
export interface ExternalValue {
  readonly kind: 'external';
  readonly id: number;
  readonly library: string;
  readonly path: string;
  /** Arguments of the call or `new` that made it. */
  readonly args?: readonly Value[];
  /** What it was made from, for instances and results. */
  readonly call?: { readonly node: CallExpression; readonly env: Env };
}

export interface NamespaceValue {
  readonly kind: 'namespace';
  readonly file: string;
}

export interface UnionValue extends Keyed {
  readonly kind: 'union';
  readonly id: number;
  readonly options: readonly Value[];
}

/** What the model passes: the whole input, or a part of it. */
export interface InputValue {
  readonly kind: 'input';
  /** Property path from the input; `*` for items and unknown keys. */
  readonly path: string;
  readonly role: 'input' | 'call-id' | 'request-id';
  /** One parameter below it is known to have this value. */
  readonly fixed?: Fixed;
}

/** A parameter of the tool for which one value is supposed: what is done only then shows. */
export interface Fixed {
  /** Path from the input. */
  readonly path: string;
  readonly value: Constant;
}

/** Data computed from others, by an operation without effect or as an answer of an effect. */
export interface DerivedValue extends Keyed {
  readonly kind: 'derived';
  readonly id: number;
  /** Method, operator or API. */
  readonly operation: string;
  readonly from: readonly Value[];
  /** A new value at each evaluation. */
  readonly fresh?: boolean;
  /** The answer of a call that does something outside: what it was asked with is not what it says. */
  readonly told?: boolean;
  /** The answer of a package, which says something of the world beside what it was asked. */
  readonly answer?: true;
  /** The answer of a call that reads state: what it read. */
  readonly read?: { readonly resource: string; readonly subject: Value };
  readonly at?: Place;
}

export interface EnvironmentValue {
  readonly kind: 'environment';
  readonly name: string;
  readonly at?: Place;
}

export interface UnknownValue {
  readonly kind: 'unknown';
  readonly id: number;
  readonly reason: string;
  /** Written type, with where its names mean something. */
  readonly type?: { readonly node: TypeNode; readonly env: Env };
}

let counter = 0;
/** A number that no other value has. */
export function nextId(): number {
  return ++counter;
}
export const undefinedValue: ConstantValue = { kind: 'constant', value: undefined };

export function constant(value: Constant, at?: Place): ConstantValue {
  return at === undefined ? { kind: 'constant', value } : { kind: 'constant', value, at };
}

export function unknown(reason: string, type?: UnknownValue['type']): UnknownValue {
  return type === undefined ? { kind: 'unknown', id: nextId(), reason } : { kind: 'unknown', id: nextId(), reason, type };
}

export function derived(operation: string, from: readonly Value[], at?: Place): DerivedValue {
  return at === undefined ? { kind: 'derived', id: nextId(), operation, from } : { kind: 'derived', id: nextId(), operation, from, at };
}

const parts = /^(?:\.[\w$]+|item|key|\[\]|callback argument)$/;

/** A part of data. A part of a part is followed until it repeats itself, so that functions which call themselves come to rest. */
export function partOf(operation: string, whole: Value, more: readonly Value[] = []): Value {
  for (let at = whole; at.kind === 'derived' && parts.test(at.operation) && at.from.length > 0; at = at.from[0]!)
    if (at.operation === operation) return whole;
  return derived(operation, [whole, ...more]);
}

export function array(items: readonly Value[], rest?: Value): ArrayValue {
  return { kind: 'array', id: nextId(), items, ...(rest === undefined ? {} : { rest }) };
}

/** The same items, which may not be there. */
export function lacking(list: ArrayValue): ArrayValue {
  return list.items.length === 0 ? list : { ...list, mayLack: list.items };
}

/** Nothing was left open of what a list holds. */
export function isWhole({ rest, grownFrom, mayLack }: ArrayValue): boolean {
  return rest === undefined && grownFrom === undefined && mayLack === undefined;
}

/** An object of plain values. */
export function record(values: Readonly<Record<string, Value>>, open = false): ObjectValue {
  const properties = new Map(Object.entries(values).map(([key, value]) => [key, { value: () => value }]));
  return { kind: 'object', id: nextId(), properties, open, others: [] };
}

const maxOptions = 24;
const things = /^(?:class|external|function|instance|object)$/;

/** All of these are possible. Flattens, drops repetitions, and gives up on more than a few dozen of data. */
export function union(values: readonly Value[]): Value {
  const [only] = values;
  // Most are one value, or the same one again.
  if (only !== undefined && values.every((value) => value === only)) return only;
  const list = alternatives(values);
  if (list.length <= 1) return list[0] ?? undefinedValue;
  // A list that grew has room for more; a copy has not.
  if (list.length <= maxOptions) return { kind: 'union', id: nextId(), options: list.slice() };
  if (!list.some(({ kind }) => things.test(kind))) return derived('choice', list.slice(0, maxOptions));
  const data = list.filter((option) => option.kind === 'derived' && option.fresh !== true);
  if (data.length < 2) return { kind: 'union', id: nextId(), options: list };
  const choice = derived('choice', data.slice(0, maxOptions));
  return { kind: 'union', id: nextId(), options: [...list.filter((option) => !data.includes(option)), choice] };
}

/** Each alternative of each value once; of those with the same key, the last. */
function alternatives(values: readonly Value[]): Value[] {
  const list: Value[] = [];
  const keys: string[] = [];
  let index: Map<string, number> | undefined;
  const add = (option: Value): void => {
    const key = keyOf(option);
    const at = index === undefined ? keys.indexOf(key) : (index.get(key) ?? -1);
    if (at >= 0) {
      list[at] = option;
      return;
    }
    index?.set(key, list.length);
    keys.push(key);
    list.push(option);
    // Most unions have two or three alternatives.
    if (index === undefined && keys.length > maxScanned) index = new Map(keys.map((known, i) => [known, i]));
  };
  for (const value of values) {
    if (value.kind === 'union') for (const option of value.options) add(option);
    else add(value);
  }
  return list;
}

const maxScanned = 16;

/** Why a field may be something else than what is known of it. */
export const laterReason = 'what is assigned later';

const entryReason = 'entry of a map';

/** Something that a map holds, which cannot be told. */
export function someEntry(): UnknownValue {
  return unknown(entryReason);
}

/** What a map holds under keys that nobody knows, each with its key. */
export function unnamedEntries(map: ObjectValue): readonly ArrayValue[] {
  const told = map.others.filter((other) => other.kind !== 'constant' || other.value !== undefined);
  const values = told.length > 0 ? told : map.open && map.others.length === 0 ? [someEntry()] : [];
  return values.map((value) => array([derived('key', [map]), value]));
}

/** What a value tells of an entry: what was taken out of a map and is put back adds nothing to it. */
export function toldEntries(value: Value): readonly Value[] {
  return optionsOf(value).filter((option) => option.kind !== 'unknown' || option.reason !== entryReason);
}

/** Each value once. */
export function distinct(values: readonly Value[]): readonly Value[] {
  return values.length < 2 ? values : [...new Map(values.map((value) => [keyOf(value), value])).values()];
}

/** Nobody can tell what it is, or it is not there. */
export function tellsNothing(value: Value): boolean {
  return optionsOf(value).every((option) => option.kind === 'unknown' || (option.kind === 'constant' && option.value === undefined));
}

/** The function that one which wraps it stands for, or the function itself. */
export function originalOf(fn: FunctionValue): FunctionValue {
  return fn.standsFor ?? fn;
}

/** The alternatives of a value: itself, or the options of a union. */
export function optionsOf(value: Value): readonly Value[] {
  return value.kind === 'union' ? value.options : [value];
}

/** `true` or `false` when every alternative says so. */
export function truthiness(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'constant':
      return Boolean(value.value);
    case 'object':
    case 'array':
    case 'function':
    case 'class':
    case 'instance':
    case 'namespace':
      return true;
    case 'union': {
      const first = truthiness(value.options[0]!);
      return value.options.every((option) => truthiness(option) === first) ? first : undefined;
    }
    case 'text':
      return value.parts.some((part) => typeof part === 'string' && part !== '') ? true : undefined;
    default:
      return undefined;
  }
}

/** The string that a value is, when it is fully known. */
export function stringOf(value: Value | undefined): string | undefined {
  return value?.kind === 'constant' && typeof value.value === 'string' ? value.value : undefined;
}

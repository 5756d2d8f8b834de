/**
 * What tells values apart when answers are remembered. Values that are made again from equal parts have equal keys, so that a
 * function is followed once for them.
 */
import type { Span } from '../../../rules/kit/index.js';
import type { TypeNode } from '../syntax/ir.js';
import type { ArrayValue, DerivedValue, KeyMemo, ObjectValue, TextValue, UnionValue, Value } from './value.js';

type Made = DerivedValue | TextValue | UnionValue | ArrayValue;

/** Equal keys mean values that behave alike; different keys mean nothing. */
export function keyOf(value: Value): string {
  switch (value.kind) {
    case 'constant':
      return typeof value.value === 'string' ? `"${value.value}` : String(value.value);
    case 'namespace':
      return `*${value.file}`;
    case 'input':
      return value.fixed === undefined
        ? `<${value.role} ${value.path}`
        : `<${value.role} ${value.path} ${value.fixed.path}=${JSON.stringify(value.fixed.value) ?? ''}`;
    case 'environment':
      return `$${value.name}`;
    case 'external':
      return value.args === undefined ? `@${value.library}:${value.path}` : `#${value.id}:${value.path}`;
    case 'unknown':
      return value.type === undefined ? '?' : `?${numberOf(value.type.node)}`;
    case 'derived':
    case 'text':
    case 'union':
      return remembered('plain', value, keyOf);
    case 'array':
      return isPlain(value) ? remembered('plain', value, keyOf) : `#${value.id}`;
    default:
      return `#${value.id}`;
  }
}

/**
 * Like {@link keyOf}, but values from different places differ: what is remembered for one of them speaks of its place.
 */
export function placedKeyOf(value: Value): string {
  switch (value.kind) {
    case 'constant':
    case 'environment':
      return value.at === undefined ? keyOf(value) : `${keyOf(value)}@${numberOf(value.at.span)}`;
    case 'derived':
    case 'text':
    case 'union':
      return remembered('placed', value, placedKeyOf);
    case 'array':
      return isPlain(value) ? remembered('placed', value, placedKeyOf) : `#${value.id}`;
    default:
      return keyOf(value);
  }
}

const maxEntries = 16;

/**
 * Like {@link placedKeyOf}, but dictionaries that are written at one place and hold the same are equal: each round of a loop makes
 * another one. So are those that are put together for each call, from what it is given by name.
 */
export function contentKeyOf(value: Value, depth = 0): string {
  if (value.kind === 'union') return `|${value.options.map((option) => contentKeyOf(option, depth)).join('|')}`;
  if (value.kind !== 'object' || !isRecord(value) || value.properties.size > maxEntries || depth > 2) return placedKeyOf(value);
  const properties = [...value.properties].map(([name, property]) => `${name}:${contentKeyOf(property.value(), depth + 1)}`);
  return `{${value.node === undefined ? '**' : numberOf(value.node.span)} ${value.open} ${[...properties, ...value.others.map(placedKeyOf)].join()}}`;
}

/** A dictionary that nobody else can put anything into. */
export function isRecord({ cell, grownFrom, filledFrom, trap, collection }: ObjectValue): boolean {
  return cell === undefined && grownFrom === undefined && filledFrom === undefined && trap === undefined && collection === undefined;
}

/** What is kept with a value; a copy of it has another one. */
export function memoOf(value: Made): KeyMemo {
  let { memo } = value;
  if (memo?.of !== value) value.memo = memo = { of: value };
  return memo;
}

/** Values share their parts: without memory, a long chain would be spelled out again and again. */
function remembered(which: 'plain' | 'placed', value: Made, partKey: (part: Value) => string): string {
  const memo = memoOf(value);
  return (memo[which] ??= shortened(spelled(value, partKey)));
}

/** Joined: what is put together by operators keeps its parts. */
function spelled(value: Made, partKey: (part: Value) => string): string {
  switch (value.kind) {
    case 'derived': {
      const made = `${value.operation}(${value.from.map(partKey).join()})`;
      const read = value.read === undefined ? '' : `<${value.read.resource} ${partKey(value.read.subject)}`;
      const place = value.at === undefined || partKey === keyOf ? '' : `@${numberOf(value.at.span)}`;
      return [value.fresh === true ? '!' : '', made, read, place].join('');
    }
    case 'text':
      return ['`', ...value.parts.map((part) => (typeof part === 'string' ? part : `\u0000${partKey(part)}`))].join('\u0000');
    case 'union':
      return ['', ...value.options.map(partKey)].join('|');
    case 'array':
      return ['[', value.items.map(partKey).join(), value.rest === undefined ? '' : `,...${partKey(value.rest)}`, ']'].join('');
  }
}

/** Nobody can put anything into it, and nobody has. */
export function isPlain({ cell, grownFrom, filledFrom, mayLack }: ArrayValue): boolean {
  return cell === undefined && grownFrom === undefined && filledFrom === undefined && mayLack === undefined;
}

const longest = 32;

/** A long key, by two numbers of 32 bits (FNV-1a, and its like with another prime): equal ones of different texts do not occur. */
export function shortened(key: string): string {
  if (key.length <= longest) return key;
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b) ^ (b >>> 15);
  }
  // Signs of one byte, in one piece.
  return String.fromCharCode(
    0x7e,
    a >>> 24,
    (a >>> 16) & 0xff,
    (a >>> 8) & 0xff,
    a & 0xff,
    b >>> 24,
    (b >>> 16) & 0xff,
    (b >>> 8) & 0xff,
    b & 0xff,
  );
}

const numbers = new WeakMap<Span | TypeNode, number>();
let counter = 0;

/** A number for something that the text says in one place: offsets change with every key. */
export function numberOf(written: Span | TypeNode): number {
  let number = numbers.get(written);
  if (number === undefined) numbers.set(written, (number = ++counter));
  return number;
}

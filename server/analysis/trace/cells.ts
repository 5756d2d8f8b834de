/**
 * What code elsewhere puts into a list, object, map or set after it was written: `this.tools.push(tool)`,
 * `registry.set(name, tool)` in a function that others call. The walk that looks for registrations sees these calls with their
 * arguments and hands them over; whoever read the container before is asked again.
 */
import type { Expression } from '../syntax/ir.js';
import type { Ground } from './env.js';
import type { Tracer } from './tracer.js';
import { placedKeyOf } from './value-keys.js';
import {
  derived,
  distinct,
  tellsNothing,
  toldEntries,
  union,
  type ArrayValue,
  type ObjectValue,
  type Property,
  type Value,
} from './value.js';

/** Something is put into a container. Without a key it is added to a list or set. */
export interface Put {
  readonly cell: Cell;
  /** The call or assignment. */
  readonly node: Expression;
  readonly key?: Value;
  readonly value: Value;
  /** Some items of an unknown list. */
  readonly some?: boolean;
}

/** The container that one expression makes in one execution. */
export class Cell {
  puts: readonly Put[] = [];
  /** Shared by all executions of the expression: whoever read one of many lists rests on one thing only. */
  readonly ground: Ground;

  constructor(ground: Ground) {
    this.ground = ground;
  }
}

const elsewhere = { number: 0 };
const grounds = new WeakMap<Expression, Ground>();

function groundOf(written: Expression | undefined): Ground {
  if (written === undefined) return elsewhere;
  let ground = grounds.get(written);
  if (ground === undefined) grounds.set(written, (ground = { number: 0 }));
  return ground;
}

/** A container that others may put something into. */
export function withCell<T extends ArrayValue | ObjectValue>(value: T): T {
  return { ...value, cell: new Cell(groundOf(value.node)) };
}

/** A container of a call, such as `new Map()`: what others put into it counts for those who read what this call makes. */
export function madeBy(value: Value, call: Expression): Value {
  if ((value.kind !== 'object' && value.kind !== 'array') || value.cell?.ground !== elsewhere) return value;
  return { ...value, cell: new Cell(groundOf(call)) };
}

/** Both are made by the same expression. */
export function areOfOneOrigin(a: ArrayValue | ObjectValue, b: ArrayValue | ObjectValue): boolean {
  if (a.node !== undefined || b.node !== undefined) return a.node === b.node;
  return a.cell !== undefined && a.cell.ground !== elsewhere && a.cell.ground === b.cell?.ground;
}

const memory = new WeakMap<ArrayValue | ObjectValue, { readonly puts: readonly Put[]; readonly value: ArrayValue | ObjectValue }>();

/** The container as it is by now. What holds it may be an earlier state of it. */
export function grown(tracer: Tracer, value: ArrayValue | ObjectValue): ArrayValue | ObjectValue {
  const { cell } = value;
  if (cell === undefined) return value;
  tracer.touchAll([cell.ground]);
  const written = value.grownFrom ?? value;
  if (cell.puts.length === 0) return written;
  const known = memory.get(written);
  if (known?.puts === cell.puts) return known.value;
  const plain = written.filledFrom ?? written;
  const now = plain.kind === 'array' ? longer(plain, cell.puts) : fuller(plain, cell.puts);
  memory.set(written, { puts: cell.puts, value: now });
  return now;
}

function longer(written: ArrayValue, puts: readonly Put[]): ArrayValue {
  const items = [...written.items];
  let { rest } = written;
  for (const put of puts) {
    if (put.some === true) rest ??= derived('item', [put.value]);
    else items.push(put.value);
  }
  return { ...written, items, ...(rest === undefined ? {} : { rest }), grownFrom: written };
}

function fuller(written: ObjectValue, puts: readonly Put[]): ObjectValue {
  const properties = new Map<string, Property>(written.properties);
  const others = [...written.others];
  let { open } = written;
  for (const [i, { key, value, some }] of puts.entries()) {
    if (key?.kind === 'constant') {
      // What was just taken out cannot be told while the map is being filled: it does not take the place of what is known.
      const earlier = tellsNothing(value) ? properties.get(String(key.value)) : undefined;
      const entry = earlier === undefined ? value : union([earlier.value(), ...entriesOf(value)]);
      properties.set(String(key.value), { value: () => entry, ...(key.at === undefined ? {} : { keyAt: key.at }) });
    } else if (key === undefined && some !== true) properties.set(`#${i}`, { value: () => value });
    else {
      open = true;
      others.push(...entriesOf(value));
    }
  }
  return { ...written, properties, others: distinct(others), open, grownFrom: written };
}

/** What is taken from a container and put back has been in it before an edit: what stood in code that is gone by now is left out. */
function entriesOf(value: Value): readonly Value[] {
  return toldEntries(value).filter((entry) => !isGone(entry));
}

/** The places of code that is gone are negative. */
function isGone(value: Value): boolean {
  if (value.kind === 'object' || value.kind === 'array') return value.node !== undefined && value.node.span.start < 0;
  if (value.kind === 'instance') return value.cls.cls.span.start < 0;
  return value.kind === 'function' && value.fn.span.start < 0;
}

/** Hands puts over to their containers. */
export class Cells {
  readonly #filled = new Set<Cell>();

  /**
   * Containers for which a walk found the same as the one before keep what they have: their contents may not come to rest, and an
   * edit elsewhere is no reason to follow them further.
   *
   * @param puts what a walk found
   * @param before what the walk before it found; `undefined` for the first
   * @returns whether a container has others than before
   */
  settle(puts: readonly Put[], before: readonly Put[] | undefined, change: (ground: Ground) => void): boolean {
    const concerned = before === undefined ? undefined : differing(before, puts);
    const now = byCell(puts, concerned);
    const earlier = before && byCell(before, concerned);
    for (const cell of concerned ?? this.#filled) if (!now.has(cell)) now.set(cell, []);
    let changed = false;
    for (const [cell, list] of now) {
      if (!isSame(cell.puts, list) && (earlier === undefined || !isSame(earlier.get(cell) ?? [], list))) {
        cell.puts = list;
        change(cell.ground);
        changed = true;
      }
      if (cell.puts.length > 0) this.#filled.add(cell);
      else this.#filled.delete(cell);
    }
    return changed;
  }
}

/** The containers of what stands between the beginnings and the ends that two lists share: all others have the same in both. */
function differing(a: readonly Put[], b: readonly Put[]): ReadonlySet<Cell> {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start++;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return new Set([...a.slice(start, a.length - end), ...b.slice(start, b.length - end)].map(({ cell }) => cell));
}

function byCell(puts: readonly Put[], only: ReadonlySet<Cell> | undefined): Map<Cell, Put[]> {
  const lists = new Map<Cell, Put[]>();
  for (const put of puts) {
    if (only?.has(put.cell) === false) continue;
    const list = lists.get(put.cell);
    if (list === undefined) lists.set(put.cell, [put]);
    else list.push(put);
  }
  return lists;
}

/** The same is put into the same containers. */
export function areSame(a: readonly Put[], b: readonly Put[]): boolean {
  return a.length === b.length && a.every((put, i) => put === b[i] || put.cell === b[i]!.cell) && isSame(a, b);
}

function isSame(a: readonly Put[], b: readonly Put[]): boolean {
  return (
    a.length === b.length &&
    a.every((put, i) => {
      const other = b[i]!;
      return put.node === other.node && areAlike(put.value, other.value) && areAlike(put.key, other.key) && put.some === other.some;
    })
  );
}

/** A walk that is done again makes most values again, of the same parts. */
function areAlike(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b || a === undefined || b === undefined) return a === b;
  if (placedKeyOf(a) !== placedKeyOf(b)) return false;
  return a.kind !== 'unknown' || (b.kind === 'unknown' && a.reason === b.reason);
}

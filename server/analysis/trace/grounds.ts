/**
 * What the answer that is worked out rests on. Most answers rest on the same as the one that they were taken from, so a set is
 * shared by all of them and copied when something is added that others do not rest on.
 */
import type { Ground } from './env.js';

/** Few are kept as a list, which takes a fraction of the room of a set; looking through many would take too long. */
export type GroundSet = readonly Ground[] | ReadonlySet<Ground>;

const nothing: readonly Ground[] = [];
const fewest = 12;
const alone = new WeakMap<Ground, readonly Ground[]>();

function only(ground: Ground): readonly Ground[] {
  let list = alone.get(ground);
  if (list === undefined) alone.set(ground, (list = [ground]));
  return list;
}

export class Grounds {
  #set: GroundSet = nothing;
  /** The same set, as long as nobody else has it. */
  #own: Set<Ground> | undefined;
  /** Sets that are in it already: answers share them, and are asked for again and again. */
  #taken: Set<GroundSet> | undefined;
  readonly #addEach = (ground: Ground): void => {
    if (!has(this.#set, ground)) this.#owned().add(ground);
  };

  /** Runs a computation and gives what it rests on; what was collected before is left as it was. */
  of(compute: () => void): GroundSet {
    const [set, own, taken] = [this.#set, this.#own, this.#taken];
    this.forget();
    compute();
    const found = this.#own === undefined || this.#own.size > fewest ? this.#set : [...this.#own];
    this.#set = set;
    this.#own = own;
    this.#taken = taken;
    return found;
  }

  forget(): void {
    this.#set = nothing;
    this.#own = this.#taken = undefined;
  }

  add(ground: Ground): void {
    if (sizeOf(this.#set) === 0) this.#set = only(ground);
    else if (!has(this.#set, ground)) this.#owned().add(ground);
  }

  addAll(others: GroundSet): void {
    if (others === this.#set || sizeOf(others) === 0) return;
    if (this.#taken?.has(others) === true) return;
    if (this.#own === undefined && isWithin(this.#set, others)) {
      this.#set = others;
      return;
    }
    if (!isList(others)) (this.#taken ??= new Set()).add(others);
    // Nothing is made for each of them, as a loop would: answers are taken over by the hundred at every key.
    others.forEach(this.#addEach);
  }

  #owned(): Set<Ground> {
    if (this.#own === undefined) this.#set = this.#own = new Set(this.#set);
    return this.#own;
  }
}

/** What either of two answers rests on. */
export function joined(a: GroundSet, b: GroundSet): GroundSet {
  if (isWithin(a, b)) return b;
  if (isWithin(b, a)) return a;
  const all = new Set([...a, ...b]);
  return all.size > fewest ? all : [...all];
}

function isList(set: GroundSet): set is readonly Ground[] {
  return Array.isArray(set);
}

export function sizeOf(set: GroundSet): number {
  return isList(set) ? set.length : set.size;
}

export function has(set: GroundSet, ground: Ground): boolean {
  return isList(set) ? set.includes(ground) : set.has(ground);
}

function isWithin(some: GroundSet, all: GroundSet): boolean {
  if (sizeOf(some) > sizeOf(all)) return false;
  for (const ground of some) if (!has(all, ground)) return false;
  return true;
}

/**
 * What the answer that is worked out rests on. Most answers rest on the same as the one that they were taken from, so a set is
 * shared by all of them and copied when something is added that others do not rest on.
 */
import type { Ground } from './env.js';

const nothing: ReadonlySet<Ground> = new Set();
const alone = new WeakMap<Ground, ReadonlySet<Ground>>();

function only(ground: Ground): ReadonlySet<Ground> {
  let set = alone.get(ground);
  if (set === undefined) alone.set(ground, (set = new Set([ground])));
  return set;
}

export class Grounds {
  #set = nothing;
  /** The same set, as long as nobody else has it. */
  #own: Set<Ground> | undefined;

  /** Runs a computation and gives what it rests on; what was collected before is left as it was. */
  of(compute: () => void): ReadonlySet<Ground> {
    const [set, own] = [this.#set, this.#own];
    this.forget();
    compute();
    const found = this.#set;
    this.#set = set;
    this.#own = own;
    return found;
  }

  forget(): void {
    this.#set = nothing;
    this.#own = undefined;
  }

  add(ground: Ground): void {
    if (this.#set.size === 0) this.#set = only(ground);
    else if (!this.#set.has(ground)) this.#owned().add(ground);
  }

  addAll(others: ReadonlySet<Ground>): void {
    if (others === this.#set || others.size === 0) return;
    if (this.#own === undefined && isWithin(this.#set, others)) {
      this.#set = others;
      return;
    }
    for (const ground of others) if (!this.#set.has(ground)) this.#owned().add(ground);
  }

  #owned(): Set<Ground> {
    if (this.#own === undefined) this.#set = this.#own = new Set(this.#set);
    return this.#own;
  }
}

function isWithin(some: ReadonlySet<Ground>, all: ReadonlySet<Ground>): boolean {
  if (some.size > all.size) return false;
  for (const ground of some) if (!all.has(ground)) return false;
  return true;
}

/**
 * What the answer that is worked out rests on. Answers rest on hundreds of parts of the text, and there are very many answers, so a set is a
 * list of bits by the numbers of the grounds, and those who rest on the same share one.
 */
import type { Ground } from './env.js';

/** Pairs of numbers, in order: which word, and its bits. Words without bits are left out, since numbers grow as long as somebody types. */
export type GroundSet = readonly number[];

/** Engines have numbers of so many bits that are no objects. */
const wordBits = 30;
const nothing: GroundSet = [];

let last = 0;

/** What a ground is known by from now on. */
function numberOf(ground: Ground): number {
  if (ground.number === 0) ground.number = ++last;
  return ground.number;
}

export class Grounds {
  #set: GroundSet = nothing;
  /** The same set, as long as nobody else has it. */
  #own: number[] | undefined;

  /** Runs a computation and gives what it rests on; what was collected before is left as it was. */
  of(compute: () => void): GroundSet {
    const [set, own] = [this.#set, this.#own];
    this.forget();
    compute();
    const found = this.#own === undefined ? this.#set : shared(this.#own);
    this.#set = set;
    this.#own = own;
    return found;
  }

  forget(): void {
    this.#set = nothing;
    this.#own = undefined;
  }

  add(ground: Ground): void {
    const number = numberOf(ground);
    const word = Math.floor(number / wordBits);
    const bit = 1 << (number % wordBits);
    const at = placeOf(this.#set, word);
    if (this.#set[at] !== word) this.#owned().splice(at, 0, word, bit);
    else if ((this.#set[at + 1]! & bit) === 0) this.#owned()[at + 1]! |= bit;
  }

  addAll(others: GroundSet): void {
    if (others === this.#set) return;
    const found = compared(this.#set, others);
    if (found === within || found === same) {
      this.#set = others;
      this.#own = undefined;
    } else if (found >= 0) {
      addInto(this.#owned(), others, found);
    }
  }

  #owned(): number[] {
    if (this.#own === undefined) this.#set = this.#own = this.#set.slice();
    return this.#own;
  }
}

/** What either of two answers rests on. */
export function joined(a: GroundSet, b: GroundSet): GroundSet {
  const found = compared(a, b);
  if (found === within || found === same) return b;
  if (found === around) return a;
  const all = a.slice();
  addInto(all, b, found);
  return shared(all);
}

/** The set of one. */
export function only(ground: Ground): GroundSet {
  const number = numberOf(ground);
  return shared([Math.floor(number / wordBits), 1 << (number % wordBits)]);
}

/** About how many there are, from a fifteenth to twice as many. */
export function sizeOf(set: GroundSet): number {
  return set.length;
}

export function has(set: GroundSet, { number }: Ground): boolean {
  const word = Math.floor(number / wordBits);
  const at = placeOf(set, word);
  return set[at] === word && (set[at + 1]! & (1 << (number % wordBits))) !== 0;
}

/** The numbers of all of them. */
export function* numbersOf(set: GroundSet): Iterable<number> {
  for (let at = 0; at < set.length; at += 2)
    for (let bits = set[at + 1]!, bit = 0; bits !== 0; bits >>>= 1, bit += 1) if ((bits & 1) !== 0) yield set[at]! * wordBits + bit;
}

/** Where a word stands, or would. */
function placeOf(set: GroundSet, word: number): number {
  let low = 0;
  let high = set.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (set[2 * middle]! < word) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}

const same = -3;
/** All of one is in the other, which has more. */
const within = -2;
/** The other way around. */
const around = -1;

/** How two sets lie to each other; for those that both have something of their own, how many words of the second the first lacks. */
function compared(a: GroundSet, b: GroundSet): number {
  let [i, j, lacking] = [0, 0, 0];
  let [aHasMore, bHasMore] = [false, false];
  while (i < a.length && j < b.length) {
    const difference = a[i]! - b[j]!;
    if (difference === 0) {
      const [x, y] = [a[i + 1]!, b[j + 1]!];
      if (x !== y) {
        aHasMore ||= (x & ~y) !== 0;
        bHasMore ||= (y & ~x) !== 0;
      }
      i += 2;
      j += 2;
    } else if (difference < 0) {
      aHasMore = true;
      i += 2;
    } else {
      lacking += 1;
      j += 2;
    }
  }
  aHasMore ||= i < a.length;
  lacking += (b.length - j) >> 1;
  bHasMore ||= lacking > 0;
  if (!bHasMore) return aHasMore ? around : same;
  return aHasMore ? lacking : within;
}

/** Adds a set that has so many words which this one lacks. */
function addInto(own: number[], others: GroundSet, lacking: number): void {
  let [i, j] = [own.length - 2, others.length - 2];
  let to = i + 2 * lacking;
  for (let more = 0; more < lacking; more += 1) own.push(0, 0);
  // From behind, so that nothing is overwritten before it was moved.
  for (; j >= 0; to -= 2) {
    const isOurs = i >= 0 && own[i]! >= others[j]!;
    const bits = (isOurs ? own[i + 1]! : 0) | (!isOurs || own[i] === others[j] ? others[j + 1]! : 0);
    const word = isOurs ? own[i]! : others[j]!;
    if (!isOurs) j -= 2;
    else {
      if (own[i] === others[j]) j -= 2;
      i -= 2;
    }
    own[to] = word;
    own[to + 1] = bits;
  }
}

/** The sets that were made last, by what is in them. */
const made: GroundSet[] = Array.from({ length: 1 << 12 }, () => nothing);

/** The set of before with the same grounds, if there is one. */
function shared(set: number[]): GroundSet {
  let hash = set.length;
  for (const part of set) hash = Math.imul(hash ^ part, 0x9e3779b1) ^ (hash >>> 15);
  const slot = (hash ^ (hash >>> 12)) & (made.length - 1);
  const known = made[slot]!;
  if (known.length === set.length && known.every((part, i) => part === set[i])) return known;
  return (made[slot] = set.slice());
}

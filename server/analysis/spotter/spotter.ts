import { program } from './pairs.js';

/** A word to look for, of ASCII and of two letters or more. */
export interface Spotted {
  readonly text: string;
  /** In this spelling alone; else letters in capitals are the same. */
  readonly exact: boolean;
}

/** Where a word stands, by its number. */
export interface Spot {
  readonly word: number;
  /** In bytes of what was searched. */
  readonly start: number;
}

/** Looks for many words in the bytes of files. */
export interface Spotter {
  /** All words that stand in these bytes, in the order of their starts; `undefined` when they are too many bytes to tell. */
  spot(bytes: Uint8Array): readonly Spot[] | undefined;
}

interface Program {
  readonly memory: { readonly buffer: ArrayBuffer };
  scan(at: number, last: number, hits: number): number;
}

/** Every platform has it; the library of the language does not declare it. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { readonly exports: unknown };
};

/** Two letters, and two letters behind them. */
const width = 4;
/** The first two groups are those of the words of two and of three letters. */
const groups = 8;
const shortGroups = 2;
const all = 1 << 16;
const fourAt = 2 * all;
/** Bytes of a text. */
const largest = 2 * 1024 * 1024;
/** So many places are looked at, and remembered, at once. */
const slice = 1 << 16;
const textAt = fourAt + all + width;
const hitsAt = textAt + largest + 2 * width;

/** The rarer in code, the later; what is not among them is rarer still. */
const common = ' etaonisrclpdmu."\'(fgh,;_=bvywx/k-:jqz';

/**
 * Prepares the search. Each word is known by four letters of it. As two pairs they are marked, for all words of a group, in one table, which
 * tells most of a text apart without a branch; then as a whole. What is left is compared letter by letter.
 *
 * @returns `undefined` where the platform lets no program of this kind run, or a word is of another kind
 */
export function createSpotter(words: readonly Spotted[]): Spotter | undefined {
  if (words.some(({ text }) => text.length < 2 || !/^[\0-\x7f]+$/.test(text))) return undefined;
  const engine = start();
  if (engine === undefined) return undefined;
  const memory = new Uint8Array(engine.memory.buffer);
  const table = new Uint16Array(engine.memory.buffer, 0, all);
  const fours = new Uint8Array(engine.memory.buffer, fourAt, all);
  const hits = new Int32Array(engine.memory.buffer, hitsAt, slice);

  const letters = words.map(({ text, exact }) => codesOf(exact ? text : text.toLowerCase()));
  const windows = letters.map(windowOf);
  /** Words by the hash of their four letters, and shorter ones by their first pair. */
  const longBy = new Lists();
  const shortBy = new Lists();
  const inOrder = letters.map((_, word) => word).sort((a, b) => pairOf(letters[a]!, windows[a]!) - pairOf(letters[b]!, windows[b]!));
  /** Behind a word of two letters. */
  let followsAny = false;
  // Words that begin alike are in one group, so that few letters begin words of a group.
  for (const [rank, word] of inOrder.entries()) {
    const codes = letters[word]!;
    const isExact = words[word]!.exact;
    const at = windows[word]!;
    const isShort = codes.length < width;
    const bit = 1 << (isShort ? codes.length - 2 : shortGroups + Math.floor((rank * (groups - shortGroups)) / inOrder.length));
    eachPair(codes[at]!, codes[at + 1]!, isExact, (pair) => {
      table[pair]! |= bit;
      if (isShort) shortBy.add(pair, word);
    });
    if (isShort) {
      if (codes.length === 2) followsAny = true;
      else for (let next = 0; next < 256; next += 1) eachPair(codes[2]!, next, isExact, (pair) => (table[pair]! |= bit << 8));
      continue;
    }
    eachPair(codes[at + 2]!, codes[at + 3]!, isExact, (pair) => (table[pair]! |= bit << 8));
    const four = hashOf(codes[at]!, codes[at + 1]!, codes[at + 2]!, codes[at + 3]!);
    fours[four] = 1;
    longBy.add(four, word);
  }

  if (followsAny) for (let next = 0; next < all; next += 1) table[next]! |= 1 << 8;

  const isAt = (word: number, from: number): boolean => {
    const { exact } = words[word]!;
    return letters[word]!.every((code, i) => isAlike(memory[from + i]!, code, exact));
  };

  return {
    spot(bytes) {
      if (bytes.length > largest) return undefined;
      const end = textAt + bytes.length;
      memory.set(bytes, textAt);
      // Before and behind a text there is nothing, whatever was there before.
      memory.fill(0, textAt - width, textAt);
      memory.fill(0, end, end + width);
      const spots: Spot[] = [];
      const take = (candidates: readonly number[], at: number): void => {
        for (const word of candidates) {
          const begin = at - windows[word]!;
          if (begin >= textAt && begin + letters[word]!.length <= end && isAt(word, begin)) spots.push({ word, start: begin - textAt });
        }
      };
      for (let from = textAt; from <= end; from += slice) {
        const count = engine.scan(from + 2, Math.min(from + 1 + slice, end), hitsAt);
        for (let i = 0; i < count; i += 1) {
          const at = hits[i]!;
          take(longBy.of(hashOf(memory[at]!, memory[at + 1]!, memory[at + 2]!, memory[at + 3]!)), at);
          take(shortBy.of(memory[at]! | (memory[at + 1]! << 8)), at);
        }
      }
      return spots.sort((a, b) => a.start - b.start);
    },
  };
}

/** The same places in UTF-16 units of the text that the bytes are, as UTF-8. */
export function inUnits(spots: readonly Spot[], bytes: Uint8Array): readonly Spot[] {
  let at = 0;
  let units = 0;
  return spots.map(({ word, start }) => {
    for (; at < start; at += 1) {
      const byte = bytes[at]!;
      // What goes on with a character is no unit of its own; characters of four bytes are two.
      if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
    }
    return { word, start: units };
  });
}

/** Lists by numbers of 16 bits, most of which are empty. */
class Lists {
  readonly #heads = new Uint16Array(all);
  readonly #lists: number[][] = [[]];

  add(key: number, item: number): void {
    if (this.#heads[key] === 0) this.#heads[key] = this.#lists.push([]) - 1;
    this.#lists[this.#heads[key]!]!.push(item);
  }

  of(key: number): readonly number[] {
    return this.#lists[this.#heads[key]!]!;
  }
}

let compiled: object | undefined;

function start(): Program | undefined {
  try {
    compiled ??= new WebAssembly.Module(program);
    return new WebAssembly.Instance(compiled).exports as Program;
  } catch {
    return undefined;
  }
}

function codesOf(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}

/** Where the four rarest letters in a row begin. */
function windowOf(codes: readonly number[]): number {
  const rarity = codes.map((code) => {
    const rank = common.indexOf(String.fromCharCode(code).toLowerCase());
    return rank < 0 ? common.length : rank;
  });
  let best = 0;
  let most = -1;
  for (let at = 0; at + width <= codes.length; at += 1) {
    const sum = rarity[at]! + rarity[at + 1]! + rarity[at + 2]! + rarity[at + 3]!;
    if (sum > most) [best, most] = [at, sum];
  }
  return best;
}

function pairOf(codes: readonly number[], at: number): number {
  return codes[at]! | (codes[at + 1]! << 8);
}

/** As the program works it out; capitals are the same as small letters. */
function hashOf(a: number, b: number, c: number, d: number): number {
  return Math.imul(a | (b << 8) | (c << 16) | (d << 24) | 0x20202020, 0x9e3779b1) >>> 16;
}

function isSmall(code: number): boolean {
  return code >= 97 && code <= 122;
}

function isAlike(code: number, wanted: number, isExact: boolean): boolean {
  return code === wanted || (!isExact && isSmall(wanted) && code === wanted - 32);
}

function eachPair(first: number, second: number, isExact: boolean, each: (pair: number) => void): void {
  for (const low of isExact || !isSmall(first) ? [first] : [first, first - 32])
    for (const high of isExact || !isSmall(second) ? [second] : [second, second - 32]) each(low | (high << 8));
}

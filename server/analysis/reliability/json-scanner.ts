import { textOfBytes } from '../encoding.js';
import type { WayNode } from './ways.js';

export type Scalar = string | number | boolean | null;

/** Hears of what is wanted, in the order of the text. Offsets are bytes from the start. */
export interface ScanListener {
  /** A row begins. `key`: the name that it has in an object. */
  rowBegins(row: string, offset: number, key: string | undefined): void;
  rowEnds(): void;
  /** A value of the row that began last, or of the whole text. `true` stands for an object or a list. */
  value(slot: string, value: Scalar, offset: number, key: string | undefined): void;
}

/** Where a text is no JSON, and what was expected. Lines and columns count from 1, columns in bytes. */
export interface ScanProblem {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

type State = 'value' | 'first item' | 'first key' | 'key' | 'colon' | 'after' | 'text' | 'word' | 'broken';

const [quote, backslash, comma, colon, newline] = [0x22, 0x5c, 0x2c, 0x3a, 0x0a];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/** No program writes results as deep as this. */
const deepest = 2_000;
/** Of a longer text only the beginning is told: names of tasks are not as long as this. */
const longest = 4_096;

/** The words of JSON, and those that Python writes where it knows no number. */
const words: ReadonlyMap<string, Scalar> = new Map<string, Scalar>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['NaN', Number.NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
]);
/** 1 for the bytes that mean nothing but themselves in a text. */
const plain = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x20 && byte !== quote && byte !== backslash ? 1 : 0));
const plainWords = ['true', 'false', 'null'].map((word) => Array.from(word, (sign) => sign.charCodeAt(0)));
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * Reads JSON of any size in pieces, in constant memory. All of it is checked; only what a tree of ways leads to is told. Texts that
 * stand one behind the other, as in JSON lines, are read as well.
 */
export class JsonScanner {
  readonly #root: WayNode;
  readonly #listener: ScanListener;
  #state: State = 'value';
  /** For each open bracket: its byte, and what is wanted inside. */
  readonly #brackets: number[] = [];
  readonly #nodes: (WayNode | undefined)[] = [];
  /** What is wanted of the value that comes next. */
  #next: WayNode | undefined;
  #key: string | undefined;
  #isKey = false;
  #escaped = false;
  /** Bytes of a text or a word that began in an earlier piece. */
  #held: number[] | undefined;
  #start = 0;
  #before = 0;
  #line = 1;
  #lineStart = 0;
  #problem: ScanProblem | undefined;

  constructor(root: WayNode, listener: ScanListener) {
    this.#root = root;
    this.#listener = listener;
    this.#next = root;
  }

  get problem(): ScanProblem | undefined {
    return this.#problem;
  }

  /** Where something stands that begins on the present line. */
  spot(offset: number): Omit<ScanProblem, 'message'> {
    return { offset, line: this.#line, column: offset - this.#lineStart + 1 };
  }

  push(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length && this.#state !== 'broken') {
      if (this.#state === 'text') at = this.#text(bytes, at);
      else if (this.#state === 'word') at = this.#word(bytes, at);
      else at = this.#sign(bytes, at);
    }
    this.#before += bytes.length;
  }

  /** The text is over. */
  end(): void {
    if (this.#state === 'word') this.#wordEnds(new Uint8Array(), 0, 0);
    if (this.#state === 'broken' || (this.#brackets.length === 0 && this.#state === 'value')) return;
    const open = this.#brackets.at(-1);
    const missing = this.#state === 'text' ? 'a closing quote' : open === openList ? '`]`' : '`}`';
    this.#fail(0, `the file ends in the middle: ${missing} is missing`);
  }

  /** Handles one structural byte, and blanks before it. */
  #sign(bytes: Uint8Array, from: number): number {
    let at = from;
    let byte = bytes[at] as number;
    while (byte <= 0x20) {
      if (byte === newline) {
        this.#line += 1;
        this.#lineStart = this.#before + at + 1;
      } else if (byte !== 0x20 && byte !== 0x0d && byte !== 0x09) return this.#fail(at, 'a control character stands here');
      at += 1;
      if (at === bytes.length) return at;
      byte = bytes[at] as number;
    }
    switch (this.#state) {
      case 'after':
        return this.#after(byte, at);
      case 'colon':
        if (byte !== colon) return this.#fail(at, '`:` is expected');
        this.#state = 'value';
        return at + 1;
      case 'first key':
      case 'key':
        if (byte === closeObject && this.#state === 'first key') return this.#close(byte, at);
        if (byte !== quote) return this.#fail(at, 'a name in double quotes is expected');
        this.#begin('text', at, true);
        return at + 1;
      default:
        if (byte === closeList && this.#state === 'first item') return this.#close(byte, at);
        return this.#value(byte, at);
    }
  }

  #value(byte: number, at: number): number {
    if (byte === openObject || byte === openList) return this.#open(byte, at);
    if (byte === quote) {
      this.#begin('text', at, false);
      return at + 1;
    }
    // A mark of the byte order, which some editors put in front.
    if (byte === 0xef && this.#before + at === 0) return at + 3;
    const mayBe = byte === 0x2d || (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
    if (!mayBe) return this.#fail(at, 'a value is expected');
    this.#begin('word', at, false);
    return at;
  }

  #open(byte: number, at: number): number {
    if (this.#brackets.length === deepest) return this.#fail(at, `brackets are nested more than ${deepest} deep`);
    const node = this.#next;
    if (node !== undefined) {
      if (node.row !== undefined && this.#isRow(byte)) this.#listener.rowBegins(node.row, this.#before + at, this.#key);
      for (const slot of node.slots) this.#listener.value(slot, true, this.#before + at, this.#key);
    }
    this.#brackets.push(byte);
    this.#nodes.push(node);
    this.#next = byte === openList ? node?.items : undefined;
    this.#state = byte === openList ? 'first item' : 'first key';
    return at + 1;
  }

  #close(byte: number, at: number): number {
    const open = this.#brackets.pop();
    if (open !== (byte === closeList ? openList : openObject)) {
      return this.#fail(
        at,
        open === undefined ? 'nothing is open that could be closed' : `\`${open === openList ? ']' : '}'}\` is expected`,
      );
    }
    const node = this.#nodes.pop();
    if (node?.row !== undefined && this.#isRow(open)) this.#listener.rowEnds();
    this.#valueEnds();
    return at + 1;
  }

  /** A list in the place of a row is a row without names; a list as the whole text holds the rows. */
  #isRow(open: number): boolean {
    return open === openObject || this.#brackets.length > 0;
  }

  #after(byte: number, at: number): number {
    if (byte === closeList || byte === closeObject) return this.#close(byte, at);
    const open = this.#brackets.at(-1);
    if (byte !== comma) return this.#fail(at, `\`,\` or \`${open === openList ? ']' : '}'}\` is expected`);
    this.#state = open === openList ? 'value' : 'key';
    this.#next = open === openList ? this.#nodes.at(-1)?.items : undefined;
    return at + 1;
  }

  #valueEnds(): void {
    this.#key = undefined;
    if (this.#brackets.length > 0) {
      this.#state = 'after';
      return;
    }
    this.#next = this.#root;
    this.#state = 'value';
  }

  #begin(state: State, at: number, isKey: boolean): void {
    this.#state = state;
    this.#start = this.#before + at;
    this.#isKey = isKey;
    this.#escaped = false;
    this.#held = undefined;
  }

  /** Is what the text says of interest? */
  get #isWanted(): boolean {
    const node = this.#isKey ? this.#nodes.at(-1) : this.#next;
    return node !== undefined && (this.#isKey ? node.keys.size > 0 || node.values !== undefined : node.slots.length > 0);
  }

  #text(bytes: Uint8Array, from: number): number {
    let at = from;
    const { length } = bytes;
    if (this.#escaped) at += 1;
    for (; at < length; at += 1) {
      // Nearly all bytes are plain.
      while (plain[bytes[at] as number] === 1) at += 1;
      if (bytes[at] !== backslash) break;
      at += 1;
    }
    this.#escaped = at > length;
    if (at >= length) {
      if (this.#isWanted) this.#hold(bytes.subarray(from));
      return length;
    }
    if (bytes[at] !== quote) return this.#fail(at, 'a line break or another control character stands in a text');
    const said = this.#isWanted ? this.#said(bytes.subarray(from, at)) : undefined;
    if (this.#isKey) this.#keyIs(said);
    else {
      if (said !== undefined) this.#tell(said);
      this.#valueEnds();
    }
    return at + 1;
  }

  #keyIs(key: string | undefined): void {
    const node = this.#nodes.at(-1);
    this.#key = key;
    this.#next = key === undefined ? undefined : (node?.keys.get(key) ?? node?.values);
    this.#state = 'colon';
  }

  #word(bytes: Uint8Array, from: number): number {
    let at = from;
    while (at < bytes.length && !endsWord(bytes[at] as number)) at += 1;
    if (at === bytes.length) {
      this.#hold(bytes.subarray(from, at));
      return at;
    }
    return this.#wordEnds(bytes, from, at);
  }

  #wordEnds(bytes: Uint8Array, from: number, at: number): number {
    // Most are words that nobody asked for, and a text would take longer to make than to look at.
    if (this.#held === undefined && (this.#next === undefined || this.#next.slots.length === 0) && isPlainWord(bytes, from, at)) {
      this.#valueEnds();
      return at;
    }
    const text = this.#bytes(bytes.subarray(from, at));
    const word = words.get(text);
    if (word === undefined && !number.test(text)) {
      this.#fail(this.#start - this.#before, 'this is no value of JSON: text needs double quotes');
      return at;
    }
    this.#tell(word === undefined ? Number(text) : word);
    this.#valueEnds();
    return at;
  }

  #tell(value: Scalar): void {
    for (const slot of this.#next?.slots ?? []) this.#listener.value(slot, value, this.#start, this.#key);
  }

  #hold(bytes: Uint8Array): void {
    this.#held ??= [];
    for (const byte of bytes.subarray(0, longest - this.#held.length)) this.#held.push(byte);
  }

  #bytes(rest: Uint8Array): string {
    if (this.#held === undefined) return textOfBytes(rest.subarray(0, longest));
    this.#hold(rest);
    return textOfBytes(Uint8Array.from(this.#held));
  }

  #said(rest: Uint8Array): string {
    const text = this.#bytes(rest);
    if (!text.includes('\\')) return text;
    try {
      return String(JSON.parse(`"${text}"`));
    } catch {
      return text;
    }
  }

  #fail(at: number, message: string): number {
    const offset = this.#before + at;
    this.#problem ??= { ...this.spot(offset), message };
    this.#state = 'broken';
    return at;
  }
}

/** A number, or one of the three words, as JSON has them; others are looked at more closely. */
function isPlainWord(bytes: Uint8Array, from: number, to: number): boolean {
  const first = bytes[from] as number;
  for (const word of plainWords) {
    if (word[0] === first) return word.length === to - from && word.every((byte, i) => byte === bytes[from + i]);
  }
  const digits = (start: number): number => {
    let at = start;
    while (at < to && isDigit(bytes[at] as number)) at += 1;
    return at;
  };
  const whole = first === 0x2d ? from + 1 : from;
  let at = bytes[whole] === 0x30 ? whole + 1 : digits(whole);
  if (at === whole) return false;
  if (bytes[at] === 0x2e && at < to) {
    const end = digits(at + 1);
    if (end === at + 1) return false;
    at = end;
  }
  return at === to;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function endsWord(byte: number): boolean {
  return (
    byte <= 0x20 ||
    byte === comma ||
    byte === closeList ||
    byte === closeObject ||
    byte === quote ||
    byte === openList ||
    byte === openObject ||
    byte === colon
  );
}

/** Secrets that are known by their start: rows of data turned into bounded comparisons. */
import type { Alphabet, Body, ShapeRow } from '../../../rules/kit/index.js';
import { hasChecksum } from './checksum.js';
import { looksDrawn } from './value.js';

export interface Shape {
  readonly row: ShapeRow;
  readonly start: number;
  readonly end: number;
  /** The secret part. */
  readonly body: string;
}

/** Bodies whose alphabet holds signs that may stand in front of a prefix have an upper bound in their rows. */
const longestBody = 1200;

const alphabets: Readonly<Record<Alphabet, (code: number) => boolean>> = {
  digits: isDigit,
  hex: (code) => isDigit(code) || (code >= 97 && code <= 102),
  upper: (code) => isDigit(code) || isCapital(code),
  alnum: isAlphanumeric,
  word: (code) => isAlphanumeric(code) || code === 95,
  url: (code) => isAlphanumeric(code) || code === 95 || code === 45,
  padded: (code) => isAlphanumeric(code) || code === 95 || code === 45 || code === 61,
  dotted: (code) => isAlphanumeric(code) || code === 95 || code === 45 || code === 46,
  base64: (code) => isAlphanumeric(code) || code === 43 || code === 47 || code === 61,
  path: (code) => isAlphanumeric(code) || code === 95 || code === 45 || code === 47,
  line: (code) => code > 32 && code < 127 && code !== 34 && code !== 39 && code !== 96,
};

/** Answers whether a row's secret starts at an offset where its prefix, in some spelling, was found. */
export function createShapeReader(rows: readonly ShapeRow[]): (row: number, text: string, start: number) => Shape | undefined {
  const lengths = rows.map((row) => lengthOf(row[3]));
  const members = rows.map((row) => alphabets[row[3].slice(0, row[3].indexOf(' ')) as Alphabet]);
  return (number, text, start) => {
    const row = rows[number];
    const length = lengths[number];
    const member = members[number];
    if (row === undefined || length === undefined || member === undefined) return undefined;
    const [prefix] = row;
    if (!text.startsWith(prefix, start)) return undefined;
    const before = text.charCodeAt(start - 1);
    if (start > 0 && (isAlphanumeric(before) || before === 95 || before === 45 || before === 46)) return undefined;
    const from = start + prefix.length;
    const stop = Math.min(text.length, from + length.most + 1);
    let end = from;
    while (end < stop && member(text.charCodeAt(end))) end += 1;
    while (end > from && text.charCodeAt(end - 1) === 46) end -= 1;
    const count = end - from;
    while (text.charCodeAt(end) === 61 && end - from - count < 2) end += 1;
    if (count < length.least || count > length.most || isAlphanumeric(text.charCodeAt(end)) || text.charCodeAt(end) === 95)
      return undefined;
    const body = text.slice(from, from + count);
    if (row[4]?.holds !== undefined && !body.includes(row[4].holds)) return undefined;
    if (row[4]?.checksum === true && !hasChecksum(body)) return undefined;
    return looksDrawn(body) ? { row, start, end, body } : undefined;
  };
}

/** How many characters a body has. */
export function lengthOf(body: Body): { readonly least: number; readonly most: number } {
  const size = body.slice(body.indexOf(' ') + 1);
  if (size.endsWith('+')) return { least: Number(size.slice(0, -1)), most: longestBody };
  const [least = '0', most = least] = size.split('-');
  return { least: Number(least), most: Number(most) };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isAlphanumeric(code: number): boolean {
  return isDigit(code) || isCapital(code) || (code >= 97 && code <= 122);
}

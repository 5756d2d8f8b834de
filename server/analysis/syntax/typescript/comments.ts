import type { Comment } from '../ir.js';

/** What a walk over the raw text gives. */
export interface Trivia {
  readonly comments: readonly Comment[];
  readonly quotes: { readonly single: number; readonly double: number };
}

/**
 * Finds the comments, and counts quotes. The parser keeps no comments, so that the text is walked once more;
 * `verbatim` has the stretches that only the parser can tell (regular expressions and JSX text), as pairs of offsets.
 */
export function readTrivia(text: string, verbatim: readonly number[]): Trivia {
  const comments: Comment[] = [];
  const quotes = { single: 0, double: 0 };
  /** For each template that is open around here, how many braces are open in its current hole. */
  const holes: number[] = [];
  const skip = sortedPairs(verbatim);
  let next = 0;
  let at = text.startsWith('#!') ? endOfLine(text, 0) : 0;
  while ((at = nextSign(text, at, holes.length > 0)) < text.length) {
    while (next < skip.length && skip[next]!.end <= at) next++;
    const c = text.charCodeAt(at);
    if (next < skip.length && skip[next]!.start <= at) {
      at = skip[next]!.end;
    } else if (c === 0x22 || c === 0x27) {
      if (c === 0x22) quotes.double++;
      else quotes.single++;
      at = endOfString(text, at, c);
    } else if (c === 0x2f) {
      const end = endOfComment(text, at);
      if (end > at) comments.push({ text: commentText(text.slice(at, end)), span: { start: at, end } });
      at = Math.max(end, at + 1);
    } else if (c === 0x60) {
      at = endOfTemplatePart(text, at + 1, holes);
    } else if (holes.length > 0 && c === 0x7b) {
      holes[holes.length - 1]!++;
      at++;
    } else if (holes.length > 0 && c === 0x7d) {
      at++;
      if (holes.at(-1) === 0) {
        holes.pop();
        at = endOfTemplatePart(text, at, holes);
      } else holes[holes.length - 1]!--;
    } else at++;
  }
  return { comments, quotes };
}

/** Where something begins that is not plain code; braces matter only in the hole of a template. */
function nextSign(text: string, from: number, inHole: boolean): number {
  const signs = inHole ? withBraces : withoutBraces;
  signs.lastIndex = from;
  return signs.test(text) ? signs.lastIndex - 1 : text.length;
}

const withoutBraces = /["'`/]/g;
const withBraces = /["'`/{}]/g;

function sortedPairs(pairs: readonly number[]): readonly { readonly start: number; readonly end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  for (let i = 0; i + 1 < pairs.length; i += 2) ranges.push({ start: pairs[i]!, end: pairs[i + 1]! });
  return ranges.sort((a, b) => a.start - b.start);
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (isLineBreak(text.charCodeAt(at))) return at;
  return text.length;
}

function isLineBreak(c: number): boolean {
  return c === 0x0a || c === 0x0d || c === 0x2028 || c === 0x2029;
}

/** A string that is not closed ends with its line. */
function endOfString(text: string, from: number, quote: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === quote) return at + 1;
    if (c === 0x5c) at += text.startsWith('\r\n', at + 1) ? 2 : 1;
    else if (c === 0x0a || c === 0x0d) return at;
  }
  return text.length;
}

/** From behind a back-tick or the brace that closes a hole, to the next hole or the end of the template. */
function endOfTemplatePart(text: string, from: number, holes: number[]): number {
  for (let at = from; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 0x5c) at++;
    else if (c === 0x60) return at + 1;
    else if (c === 0x24 && text.charCodeAt(at + 1) === 0x7b) {
      holes.push(0);
      return at + 2;
    }
  }
  return text.length;
}

/** `from` itself when no comment begins there. */
function endOfComment(text: string, from: number): number {
  const second = text.charCodeAt(from + 1);
  if (second === 0x2f) return endOfLine(text, from);
  if (second !== 0x2a) return from;
  const end = text.indexOf('*/', from + 2);
  return end < 0 ? text.length : end + 2;
}

/** Text without the signs at its ends and the stars at the beginning of lines. */
function commentText(raw: string): string {
  if (raw.startsWith('//')) return raw.replace(/^\/+/, '').trim();
  const inner = raw.slice(2, raw.endsWith('*/') && raw.length >= 4 ? -2 : undefined);
  return inner.split('\n').map(withoutStars).join('\n').trim();
}

function withoutStars(line: string): string {
  const text = line.trim();
  let from = 0;
  while (text.charCodeAt(from) === 0x2a) from++;
  return from === 0 ? text : text.slice(text.charCodeAt(from) === 0x20 ? from + 1 : from);
}

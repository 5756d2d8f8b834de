/**
 * Reader of dotenv files (`.env`, `.env.local`, `.dev.vars`, `.envrc`) with places. It follows the grammar that the `dotenv`
 * package reads, line by line, and adds what that package throws away: where keys and values stand, quotes, and
 * assignments inside comments. Never throws; time is linear in the text.
 */
import type { Span } from '../../../rules/kit/index.js';
import type { Problem } from './ir.js';

export interface EnvEntry {
  readonly key: string;
  readonly keySpan: Span;
  /** What a program would see: without quotes, with `\n` and `\r` of double quotes expanded. */
  readonly value: string;
  /** The value as written, without its quotes; empty and behind the sign when there is none. */
  readonly valueSpan: Span;
  readonly quote: '' | "'" | '"' | '`';
  readonly exported: boolean;
  /** The assignment is inside a comment, so that no program sees it. */
  readonly commentedOut: boolean;
  /** Whole lines, their end included. */
  readonly lineSpan: Span;
}

export interface EnvFile {
  readonly entries: readonly EnvEntry[];
  /** Lines that are neither assignment nor comment. */
  readonly problems: readonly Problem[];
}

/** Reads the text of a dotenv file. A key that stands twice gives two entries; programs take the last. */
export function readEnv(text: string): EnvFile {
  const entries: EnvEntry[] = [];
  const problems: Problem[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const lineStart = at;
    const start = skipBlanks(text, at);
    const end = endOfLine(text, start);
    if (start < end) {
      const comment = text[start] === '#';
      const found = comment ? assignment(text, lineStart, skipHashes(text, start, end), true) : assignment(text, lineStart, start, false);
      if (found !== undefined) {
        entries.push(found);
        at = found.lineSpan.end;
        continue;
      }
      if (!comment) problems.push({ message: 'neither an assignment nor a comment', span: { start, end } });
    }
    at = nextLine(text, end);
  }
  return { entries, problems };
}

/** The assignment whose key, or `export`, begins at `start`. */
function assignment(text: string, lineStart: number, start: number, commentedOut: boolean): EnvEntry | undefined {
  let at = start;
  let exported = false;
  if (text.startsWith('export', at) && isBlank(text.charCodeAt(at + 6))) {
    const behind = skipBlanks(text, at + 6);
    if (isKey(text.charCodeAt(behind))) {
      exported = true;
      at = behind;
    }
  }
  const keyStart = at;
  while (isKey(text.charCodeAt(at))) at += 1;
  const keySpan = { start: keyStart, end: at };
  if (keySpan.end === keySpan.start) return undefined;
  const sign = skipBlanks(text, at);
  if (text[sign] === '=') at = sign + 1;
  else if (text[at] === ':' && isBlank(text.charCodeAt(at + 1)) && !commentedOut) at += 2;
  else return undefined;
  const key = text.slice(keySpan.start, keySpan.end);
  // Prose in comments has equal signs as well; a name as environments spell it is wanted there.
  if (commentedOut && (!/^[A-Za-z_]\w{0,200}$/.test(key) || sign !== keySpan.end)) return undefined;

  const quoted = quotedValue(text, at);
  const read = quoted !== undefined && !(commentedOut && quoted.end > endOfLine(text, at)) ? quoted : plainValue(text, at, commentedOut);
  return {
    key,
    keySpan,
    ...read.value,
    exported,
    commentedOut,
    lineSpan: { start: lineStart, end: nextLine(text, endOfLine(text, read.end)) },
  };
}

interface ReadValue {
  readonly value: Pick<EnvEntry, 'value' | 'valueSpan' | 'quote'>;
  readonly end: number;
}

/**
 * A value in quotes, which may run over lines. It counts only if nothing but a comment follows the closing quote; a quote
 * behind a backslash closes if no better one does, as in `"C:\"`.
 */
function quotedValue(text: string, from: number): ReadValue | undefined {
  const open = skipBlanks(text, from);
  const quote = text[open];
  if (quote !== '"' && quote !== "'" && quote !== '`') return undefined;
  let close = -1;
  let end = open;
  for (let next = text.indexOf(quote, open + 1); next !== -1; next = text.indexOf(quote, next + 1)) {
    const behind = skipBlanks(text, next + 1);
    if (behind >= text.length || isBreak(text.charCodeAt(behind)) || text[behind] === '#') {
      close = next;
      end = behind;
    }
    if (text[next - 1] !== '\\') break;
  }
  if (close === -1) return undefined;
  const valueSpan = { start: open + 1, end: close };
  return { value: { value: unescape(text.slice(valueSpan.start, valueSpan.end), quote), valueSpan, quote }, end };
}

/** The rest of the line up to a `#`, without blanks around. Quotes count when they stand at both ends. */
function plainValue(text: string, from: number, stopAtBlank: boolean): ReadValue {
  const stop = endOfLine(text, from);
  let start = from;
  while (start < stop && isBlank(text.charCodeAt(start))) start += 1;
  let end = start;
  while (end < stop && text[end] !== '#' && !(stopAtBlank && isBlank(text.charCodeAt(end)))) end += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  const first = text[start];
  const quote = first === '"' || first === "'" || first === '`' ? first : '';
  if (quote !== '' && end - start >= 2 && text[end - 1] === quote) {
    const valueSpan = { start: start + 1, end: end - 1 };
    return { value: { value: unescape(text.slice(valueSpan.start, valueSpan.end), quote), valueSpan, quote }, end: stop };
  }
  return { value: { value: unescape(text.slice(start, end), quote), valueSpan: { start, end }, quote: '' }, end: stop };
}

function unescape(value: string, quote: string): string {
  const text = value.includes('\r') ? value.replace(/\r\n?/g, '\n') : value;
  return quote === '"' && text.includes('\\') ? text.replace(/\\n/g, '\n').replace(/\\r/g, '\r') : text;
}

function skipHashes(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === '#' || isBlank(text.charCodeAt(at)))) at += 1;
  return at;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isBreak(text.charCodeAt(at))) at += 1;
  return at;
}

/** Behind the line break at `at`, or `at` when the text ends there. */
function nextLine(text: string, at: number): number {
  if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) return at + 2;
  return Math.min(at + 1, text.length);
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

/** White space inside a line, as JavaScript counts it. */
function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 11 || code === 12 || code === 0xa0 || code === 0xfeff || (code >= 0x2000 && code <= 0x200a);
}

function isKey(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 45 || code === 46
  );
}

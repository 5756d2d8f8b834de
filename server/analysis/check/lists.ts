import type { Span } from '../../../rules/kit/index.js';
import type { FileStyle, Spot } from './style.js';

/** A bracketed, comma-separated list as it stands in a text: object, arguments, array, keywords. */
export interface List {
  /** From the opening to behind the closing bracket. */
  readonly span: Span;
  readonly items: readonly Span[];
}

export interface Change {
  readonly span: Span;
  readonly text: string;
}

/**
 * Puts items into a list, before the item `index` or at the end, in the manner of the list: on one line or a line each, with or
 * without a comma at the end, behind comments that belong to the last item.
 *
 * @returns `undefined` when something stands between the items that is neither blank, comment nor comma
 */
export function insertItems(
  text: string,
  list: List,
  index: number,
  write: readonly ((spot: Spot) => string)[],
  style: FileStyle,
): readonly Change[] | undefined {
  const close = list.span.end - 1;
  const [first] = list.items;
  if (first === undefined) return fillEmpty(text, list, write, style);
  const before = between(text, list.span.start + 1, first.start, style);
  if (before === undefined || before.comma !== undefined) return undefined;
  const broken = before.newline;
  if (index < list.items.length) return insertBefore(text, list, index, write, style, broken);

  const last = list.items.at(-1) ?? first;
  const after = between(text, last.end, close, style);
  if (after === undefined) return undefined;
  const own = lineOf(text, last.start);
  const indent = broken ? (own.first ? own : lineOf(text, first.start)).indent : lineOf(text, list.span.start).indent;
  const rendered = write.map((item) => item({ indent, taken: broken ? indent.length : 0 }));

  const end = after.comma ?? last.end;
  if (!broken && style.language === 'python' && text.slice(list.span.start, last.start).includes('\n') && own.first) {
    const added = write.map((item) => `${style.eol}${own.indent}${item({ indent: own.indent, taken: own.indent.length })}`).join(',');
    return [after.comma === undefined ? insert(end, `,${added}`) : insert(end, `${added},`)];
  }
  if (!broken) {
    const items = list.items.map(({ start, end: itemEnd }) => text.slice(start, itemEnd));
    const isPlain = style.language === 'python' && after.comments === 0 && !items.some((item) => item.includes('\n'));
    const spread = isPlain && areCommas(text, list, style) ? onLines(items, write, spotOf(text, list.span.start + 1), style) : undefined;
    if (spread !== undefined) return [{ span: { start: list.span.start + 1, end: close }, text: spread }];
    const added = rendered.join(', ');
    return [after.comma === undefined ? insert(end, `, ${added}`) : insert(end, ` ${added},`)];
  }
  const at = endOfLine(text, end, close, style);
  const lines = rendered.map((item) => `${style.eol}${indent}${item}`);
  if (after.comma !== undefined) return [insert(at, lines.map((line) => `${line},`).join(''))];
  const added = lines.join(',');
  return at === end ? [insert(at, `,${added}`)] : [insert(end, ','), insert(at, added)];
}

/** What stands at an offset gets brackets with items in them. */
export function inBrackets(text: string, at: number, write: readonly ((spot: Spot) => string)[], style: FileStyle): string {
  const spot = spotOf(text, at);
  return `(${onLines([], write, spot, style) ?? write.map((item) => item(spot)).join(', ')})`;
}

function spotOf(text: string, at: number): Spot {
  const { start, indent } = lineOf(text, at);
  return { indent, taken: at - start };
}

/** Python's formatters give each item a line of its own as soon as one takes several; `undefined` where none does. */
function onLines(
  items: readonly string[],
  write: readonly ((spot: Spot) => string)[],
  { indent: outer, taken }: Spot,
  style: FileStyle,
): string | undefined {
  const column = taken + items.reduce((sum, item) => sum + item.length + 2, 0);
  if (!write.some((item) => item({ indent: outer, taken: column }).includes('\n'))) return undefined;
  const indent = outer + style.indent;
  const lines = [...items, ...write.map((item) => item({ indent, taken: indent.length }))];
  return `${lines.map((line) => `${style.eol}${indent}${line},`).join('')}${style.eol}${outer}`;
}

/** Nothing stands between the items but commas and blanks. */
function areCommas(text: string, { items }: List, style: FileStyle): boolean {
  return items.slice(1).every((item, i) => {
    const found = between(text, items[i]?.end ?? item.start, item.start, style);
    return found?.comma !== undefined && found.comments === 0;
  });
}

function fillEmpty(text: string, list: List, write: readonly ((spot: Spot) => string)[], style: FileStyle): readonly Change[] | undefined {
  const [from, close] = [list.span.start + 1, list.span.end - 1];
  const inside = between(text, from, close, style);
  if (inside === undefined || inside.comma !== undefined) return undefined;
  const outer = lineOf(text, list.span.start).indent;
  const space = text[list.span.start] === '{' && style.spaced ? ' ' : '';
  if (inside.comments === 0) {
    const spread = style.language === 'python' ? onLines([], write, spotOf(text, from), style) : undefined;
    if (spread !== undefined) return [{ span: { start: from, end: close }, text: spread }];
    return [{ span: { start: from, end: close }, text: space + write.map((item) => item({ indent: outer, taken: 0 })).join(', ') + space }];
  }
  const indent = outer + style.indent;
  const items = write.map((item) => item({ indent, taken: indent.length }));
  const blank = from + text.slice(from, close).trimEnd().length;
  if (!inside.newline) return [{ span: { start: blank, end: close }, text: ` ${items.join(', ')}${space}` }];
  return [
    { span: { start: blank, end: close }, text: `${items.map((item) => `${style.eol}${indent}${item},`).join('')}${style.eol}${outer}` },
  ];
}

function insertBefore(
  text: string,
  list: List,
  index: number,
  write: readonly ((spot: Spot) => string)[],
  style: FileStyle,
  broken: boolean,
): readonly Change[] | undefined {
  const next = list.items[index];
  const previous = list.items[index - 1];
  if (next === undefined) return undefined;
  if (previous !== undefined && between(text, previous.end, next.start, style)?.comma === undefined) return undefined;
  const line = lineOf(text, next.start);
  const alone = broken && line.first;
  const rendered = write.map((item) => item({ indent: line.indent, taken: alone ? line.indent.length : 0 }));
  return [insert(next.start, rendered.map((item) => (alone ? `${item},${style.eol}${line.indent}` : `${item}, `)).join(''))];
}

interface Between {
  /** Offset behind the comma. */
  readonly comma?: number;
  readonly newline: boolean;
  readonly comments: number;
}

/** What stands between two items: at most one comma, besides blanks and comments. */
function between(text: string, from: number, to: number, style: FileStyle): Between | undefined {
  let comma: number | undefined;
  let newline = false;
  let comments = 0;
  for (let at = from; at < to;) {
    const char = text.charAt(at);
    const comment = commentAt(text, at, style);
    if (comment !== undefined) {
      comments++;
      newline ||= text.slice(at, comment).includes('\n');
      at = comment;
    } else if (char === ',' && comma === undefined) comma = ++at;
    else if (/\s/u.test(char)) {
      newline ||= char === '\n';
      at++;
    } else return undefined;
  }
  return { comma, newline, comments };
}

/** The end of a comment that starts here. */
function commentAt(text: string, at: number, style: FileStyle): number | undefined {
  const hash = style.language === 'python' || style.language === 'other';
  if (hash ? text[at] === '#' : text.startsWith('//', at)) {
    const end = text.indexOf('\n', at);
    return end === -1 ? text.length : end - (text[end - 1] === '\r' ? 1 : 0);
  }
  if (hash || !text.startsWith('/*', at)) return undefined;
  const end = text.indexOf('*/', at + 2);
  return end === -1 ? undefined : end + 2;
}

/** Behind comments that follow on the same line. */
function endOfLine(text: string, from: number, close: number, style: FileStyle): number {
  let end = from;
  for (let at = from; at < close;) {
    const comment = commentAt(text, at, style);
    if (comment !== undefined) end = at = comment;
    else if (text[at] === ' ' || text[at] === '\t') at++;
    else break;
  }
  return end;
}

/** The line that holds an offset, and whether nothing but blanks stands before the offset. */
export function lineOf(text: string, offset: number): { readonly start: number; readonly indent: string; readonly first: boolean } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const indent = /^[ \t]*/u.exec(text.slice(start, offset))?.[0] ?? '';
  return { start, indent, first: start + indent.length === offset };
}

function insert(at: number, text: string): Change {
  return { span: { start: at, end: at }, text };
}

/** How the text of a cell is written in a notebook's file: as one string of JSON, or as a list of lines. */
import type { Span } from '../../../../rules/kit/index.js';
import { Pieces } from './pieces.js';

/** The strings that hold the text of one cell, one behind the other. */
export interface Written {
  readonly json: string;
  /** With their quotes. */
  readonly strings: readonly Span[];
  /** The list around them; absent when there is one string and no list. */
  readonly list?: Span;
}

export interface Change {
  readonly span: Span;
  readonly text: string;
}

const known = new WeakMap<Written, Pieces>();

/** Where each character of a cell's text stands in the file. Worked out when it is first asked for: most cells have nothing to show. */
export function piecesOf(written: Written): Pieces {
  const pieces = known.get(written) ?? pieced(written);
  known.set(written, pieces);
  return pieces;
}

function pieced({ json, strings, list }: Written): Pieces {
  const pieces = new Pieces(strings[0] === undefined ? (list?.start ?? 0) + 1 : strings[0].start + 1);
  for (const { start, end } of strings) {
    const stop = json[end - 1] === '"' && end - 1 > start ? end - 1 : end;
    for (let at = start + 1; at < stop;) {
      const escape = json.indexOf('\\', at);
      const plain = escape < 0 || escape >= stop ? stop : escape;
      pieces.copy(plain - at, at);
      if (plain === stop) break;
      const length = json[plain + 1] === 'u' ? 6 : 2;
      pieces.replace(1, plain, plain + length);
      at = plain + length;
    }
  }
  return pieces;
}

/**
 * What has to change in the file when a stretch of the cell's text becomes another text. Everything else stays byte for byte, and a
 * list stays a list of lines. `undefined` when there is nothing to change, since the cell has no text.
 *
 * @param source the text of the cell
 */
export function changeIn(written: Written, source: string, { start, end }: Span, text: string): Change | undefined {
  const { json, strings, list } = written;
  if (strings.length === 0) return undefined;
  const pieces = piecesOf(written);
  const from = pieces.start(start);
  const to = end > start ? pieces.end(end) : from;
  const write = escaperFor(json);
  if (list === undefined) return { span: { start: from, end: to }, text: write(text) };

  const between = betweenLines(written, list);
  const isLineStart = (offset: number): boolean => offset === 0 || source[offset - 1] === '\n';
  /** One string ends before this offset, and the next begins. */
  const isBoundary = (offset: number): boolean => offset > 0 && offset < source.length && pieces.start(offset) !== pieces.end(offset);
  const lines = (content: string): string => content.split('\n').map(write).join(`\\n"${between}"`);

  const isLast = end === source.length;
  if (text === '') {
    if (isLast && start > 0 && isLineStart(start) && end > start && isBoundary(start))
      return { span: { start: pieces.end(start), end: to }, text };
    return { span: { start: from, end: end > start && isBoundary(end) ? pieces.start(end) : to }, text };
  }
  const opens = start === source.length && start > 0 && isLineStart(start) ? `"${between}"` : '';
  const closesLine = text.endsWith('\n') && (isLast || (end > start && isBoundary(end)));
  const content = closesLine ? `${lines(text.slice(0, -1))}\\n` : lines(text);
  const joins = !text.endsWith('\n') && end > start && isBoundary(end);
  return { span: { start: from, end: joins ? pieces.start(end) : to }, text: opens + content };
}

/** What stands between two lines: as between others of the list, else as before the first one. */
function betweenLines({ json, strings }: Written, list: Span): string {
  const [first, second] = strings;
  if (first !== undefined && second !== undefined) return json.slice(first.end, second.start);
  const before = first === undefined ? '' : json.slice(list.start + 1, first.start);
  return `,${before === '' ? ' ' : before}`;
}

/** Writes text inside a string; characters beyond ASCII as the file writes them. */
function escaperFor(json: string): (text: string) => string {
  const isAscii = !/[^\0-\x7f]/.test(json) && /\\u(?!00[01])[0-9a-fA-F]{4}/.test(json);
  return (text) => {
    const written = JSON.stringify(text).slice(1, -1);
    return isAscii ? written.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`) : written;
  };
}

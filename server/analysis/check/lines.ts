import type { Span } from '../../../rules/kit/index.js';
import type { TextEdit } from '../finding.js';
import type { Page } from './pages.js';
import { holds, smallest } from './layout.js';
import { lineOf, type Change } from './lists.js';
import { inStyle } from './style.js';

/**
 * A line of its own above a place. Code goes above the innermost statement that holds the place. A comment goes directly above
 * the line of the place if a statement, property or item starts it, else above the statement around.
 */
export function lineAbove(page: Page, place: Span, text: string, comment: boolean): readonly Change[] | undefined {
  const isSource = page.style.language === 'typescript' || page.style.language === 'python';
  const start = isSource ? anchor(page, place, comment) : lineOf(page.text, place.start).start;
  if (start === undefined) return undefined;
  const { start: at, indent } = lineOf(page.text, start);
  const own = /^[ \t]*/u.exec(page.text.slice(start))?.[0] ?? '';
  const line = comment ? `${sign(page)} ${text}` : statement(page, start, text);
  return [{ span: { start: at, end: at }, text: (indent === '' ? own : indent) + line + page.style.eol }];
}

/** A line of its own below a statement, where nothing but a comment follows it on its last line. */
export function lineBelow({ text, style, layout }: Page, statementSpan: Span, code: string): readonly Change[] | undefined {
  const { indent, first } = lineOf(text, statementSpan.start);
  const rest = /^[ \t]{0,40};?[ \t]{0,40}(?:(?:\/\/|#)[^\n\r]{0,400})?(?=\r?\n|$)/u.exec(text.slice(statementSpan.end))?.[0];
  if (layout === undefined || !first || rest === undefined) return undefined;
  const at = statementSpan.end + rest.length;
  const line = inStyle(code, style);
  return [{ span: { start: at, end: at }, text: style.eol + indent + (style.semicolons ? line : line.replace(/;$/u, '')) }];
}

/** A statement at the end of a block in braces; a block on one line stays on it, unless it is empty. */
export function lineLast(page: Page, block: Span, text: string): readonly Change[] | undefined {
  if (page.style.language === 'python') return lastIndented(page, block, text);
  const close = block.end - 1;
  if (page.text[block.start] !== '{' || page.text[close] !== '}' || page.style.language !== 'typescript') return undefined;
  const { eol, indent: step } = page.style;
  const code = statement(page, close, text);
  const inside = page.text.slice(block.start + 1, close);
  const closing = lineOf(page.text, close);
  if (closing.first && inside.includes('\n')) {
    return [{ span: { start: closing.start, end: closing.start }, text: closing.indent + step + code + eol }];
  }
  const kept = inside.trim();
  const outer = lineOf(page.text, block.start).indent;
  if (kept === '' || kept.startsWith('/')) {
    const line = (content: string): string => eol + outer + step + content;
    const lines = kept === '' ? line(code) : line(kept) + line(code);
    return [{ span: { start: block.start + 1, end: close }, text: lines + eol + outer }];
  }
  const end = block.start + 1 + inside.trimEnd().length;
  return [{ span: { start: end, end: close }, text: `${/[;}]$/u.test(kept) ? '' : ';'} ${code} ` }];
}

/** A block of Python ends with its last statement. */
function lastIndented({ text, style }: Page, block: Span, code: string): readonly Change[] | undefined {
  const first = lineOf(text, block.start);
  const end = block.start + text.slice(block.start, block.end).trimEnd().length;
  const line = inStyle(code, style);
  if (!first.first) return [{ span: { start: end, end }, text: `; ${line}` }];
  const rest = /^[ \t]*#[^\n\r]*/u.exec(text.slice(end))?.[0].length ?? 0;
  return [{ span: { start: end + rest, end: end + rest }, text: style.eol + first.indent + line }];
}

/** Adds lines at the end of a file; lines that are there already are not repeated. */
export function appendLine(file: string, text: string | undefined, lines: readonly string[]): readonly TextEdit[] {
  const eol = text?.includes('\r\n') === true ? '\r\n' : '\n';
  const present = new Set(text?.split(/\r?\n/u));
  const added = [...new Set(lines)].filter((line) => !present.has(line));
  if (added.length === 0) return [];
  const end = text?.length ?? 0;
  const start = text === undefined || text === '' || text.endsWith('\n') ? '' : eol;
  return [{ file, span: { start: end, end }, text: start + added.map((line) => line + eol).join('') }];
}

/** Offset of the first character of what the line goes above. */
function anchor({ text, layout }: Page, place: Span, comment: boolean): number | undefined {
  if (layout === undefined) return undefined;
  const firstOnLine = (offset: number): boolean => lineOf(text, offset).first;
  const near = layout.near(place.start);
  const units = near.units.filter(({ span }) => holds(span, place.start));
  if (!comment) {
    const unit = smallest(units);
    return unit !== undefined && !unit.implied && firstOnLine(unit.span.start) ? unit.span.start : undefined;
  }
  const line = lineOf(text, place.start).start;
  const parts = near.parts.filter(({ kind, span }) => kind !== 'expression' && holds(span, place.start));
  const starts = [...units, ...parts].filter(({ span }) => firstOnLine(span.start));
  const here = starts.filter(({ span }) => lineOf(text, span.start).start === line);
  return (smallest(here) ?? smallest(units.filter(({ span, implied }) => !implied && firstOnLine(span.start))))?.span.start;
}

function sign(page: Page): string {
  return page.style.language === 'typescript' || page.style.language === 'json' ? '//' : '#';
}

/** Takes the quotes and semicolons of the file; where none are used, one stays if the next line would join. */
function statement(page: Page, next: number, text: string): string {
  const code = inStyle(text, page.style);
  const joins = /[([`/+-]/u.test(page.text.charAt(next));
  return page.style.semicolons || joins || !code.endsWith(';') ? code : code.slice(0, -1);
}

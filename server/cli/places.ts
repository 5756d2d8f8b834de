import type { Place, Span } from '../../rules/kit/index.js';
import type { TextEdit } from '../analysis/finding.js';
import { lineIndex, type LineIndex } from '../analysis/lines.js';
import { changeOfFile, placeInCell, placeInFile, type Notebook } from '../analysis/syntax/notebook/notebook.js';
import type { Look } from './told.js';

/** Both numbers count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Lines and columns of places, for many places of the same few files. */
export interface Places {
  /** In the file as it is on disk. */
  at(file: string, offset: number): Position;
  range(place: Place): Range;
  /** In the cell of a notebook; `undefined` in all other files. */
  cell(place: Place): { readonly number: number; readonly range: Range } | undefined;
  /** For people: `12:5`, and `cell 3:12:5` in a notebook, where nobody sees lines of the file. */
  label(place: Place, how?: 'line'): string;
  /** The line that a place begins on, with its number and the column of the place as people see them. */
  source(place: Place): { readonly text: string } & Position;
  /** What an edit changes in the file as it is on disk. */
  edit(edit: TextEdit): { readonly range: Range; readonly text: string };
}

export function placesOf({ session }: Pick<Look, 'session'>): Places {
  const files = indexed((file) => session.notebook(file)?.json ?? session.text(file) ?? '');
  const cells = indexed((source) => source);
  const inFile = (file: string, span: Span): Span => {
    const notebook = session.notebook(file);
    return notebook === undefined ? span : placeInFile(notebook, span);
  };
  const fileRange = (file: string, span: Span): Range => rangeIn(files(file), span);
  const shown = ({ file, span }: Place): { readonly index: LineIndex; readonly span: Span; readonly cell?: number } => {
    const notebook: Notebook | undefined = session.notebook(file);
    const found = notebook && placeInCell(notebook, span);
    return found === undefined
      ? { index: files(file), span: inFile(file, span) }
      : { index: cells(found.cell.source), span: found.span, cell: found.cell.number };
  };
  return {
    at: (file, offset) => fileRange(file, inFile(file, { start: offset, end: offset })).start,
    range: ({ file, span }) => fileRange(file, inFile(file, span)),
    cell: (place) => {
      const { index, span, cell } = shown(place);
      return cell === undefined ? undefined : { number: cell, range: rangeIn(index, span) };
    },
    label: (place, how) => {
      const { index, span, cell } = shown(place);
      const { line, column } = rangeIn(index, span).start;
      return `${cell === undefined ? '' : `cell ${String(cell)}:`}${String(line)}${how === 'line' ? '' : `:${String(column)}`}`;
    },
    source: (place) => {
      const { index, span } = shown(place);
      const { line, column } = rangeIn(index, span).start;
      return { text: index.text(line - 1), line, column };
    },
    edit: ({ file, span, text }) => {
      const notebook = session.notebook(file);
      const change = (notebook && changeOfFile(notebook, { span, text })) ?? { span, text };
      return { range: fileRange(file, change.span), text: change.text };
    },
  };
}

/** Texts are indexed once, when one of their lines is first asked for. */
function indexed(textOf: (key: string) => string): (key: string) => LineIndex {
  const indexes = new Map<string, LineIndex>();
  return (key) => {
    const index = indexes.get(key) ?? lineIndex(textOf(key));
    indexes.set(key, index);
    return index;
  };
}

function rangeIn(index: LineIndex, { start, end }: Span): Range {
  const at = (offset: number): Position => {
    const { line, column } = index.position(offset);
    return { line: line + 1, column: column + 1 };
  };
  return { start: at(start), end: at(end) };
}

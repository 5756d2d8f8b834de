/** The code of a notebook as one text, with what leads from there back to its cells and its file. */
import type { Span } from '../../../../rules/kit/index.js';
import { pythonOf } from './magics.js';
import type { Pieces } from './pieces.js';
import { changeIn, piecesOf, type Change, type Written } from './written.js';

/** A code cell as people see it. */
export interface SourceCell {
  /** Its place among all cells, counted from 1. */
  readonly number: number;
  readonly source: string;
  /** What an editor calls the document of the cell. */
  readonly document?: string;
  /** How the file writes it. */
  readonly written?: Written;
}

interface Cell extends SourceCell {
  /** Offsets of its Python in the code of the notebook. */
  readonly start: number;
  readonly end: number;
  /** From its Python to its source. */
  readonly pieces: Pieces;
}

/** Cells are read as one module, in their order: what one defines, later ones know. */
export interface Notebook {
  /** The Python of all cells. Offsets of everything that is found are offsets in it. */
  readonly code: string;
  readonly cells: readonly Cell[];
  /** Text of the file; absent when the cells came from an editor. */
  readonly json?: string;
  /** The file is no whole notebook, so nothing in it is changed. */
  readonly isBroken: boolean;
}

/** A place or a change in the source of one cell. */
export interface InCell {
  readonly cell: SourceCell;
  readonly span: Span;
}

/** Behind each cell: its line ends, and one line is empty, which belongs to the cell as well. */
const behind = '\n\n';

/** Cells without Python are left out. */
export function joined(cells: readonly SourceCell[], json?: string, isBroken = false): Notebook {
  const texts: string[] = [];
  const placed: Cell[] = [];
  let start = 0;
  for (const cell of cells) {
    const python = pythonOf(cell.source);
    if (python === undefined) continue;
    const end = start + python.text.length;
    placed.push({ ...cell, start, end, pieces: python.pieces });
    texts.push(python.text, behind);
    start = end + behind.length;
  }
  return { code: texts.join(''), cells: placed, isBroken, ...(json !== undefined && { json }) };
}

/** The cell that a stretch of the code begins in, and where it stands there; `undefined` when there are no cells. */
export function placeInCell(notebook: Notebook, { start, end }: Span): InCell | undefined {
  const cell = cellAt(notebook, start);
  if (cell === undefined) return undefined;
  const from = Math.min(start, cell.end) - cell.start;
  const to = Math.min(end, cell.end) - cell.start;
  const at = cell.pieces.start(from);
  return { cell, span: { start: at, end: to > from ? Math.max(at, cell.pieces.end(to)) : at } };
}

/** Where a stretch of the code stands in the notebook's file. */
export function placeInFile(notebook: Notebook, span: Span): Span {
  const place = placeInCell(notebook, span);
  if (place?.cell.written === undefined) return { start: 0, end: 0 };
  const pieces = piecesOf(place.cell.written);
  const { start, end } = place.span;
  const from = pieces.start(start);
  return { start: from, end: end > start ? pieces.end(end) : from };
}

/**
 * A change of the code as a change of one cell; `undefined` when it would change what is no Python, or more than one cell.
 */
export function changeOfCell(notebook: Notebook, change: Change): (InCell & Change) | undefined {
  const cell = cellAt(notebook, change.span.start);
  if (cell === undefined || notebook.isBroken) return undefined;
  const { source, pieces } = cell;
  let { text } = change;
  let start = change.span.start - cell.start;
  let end = change.span.end - cell.start;
  const length = cell.end - cell.start;
  if (start === length + 1 && end === start) {
    // A line behind the last one becomes the last one.
    const isOpen = source !== '' && !source.endsWith('\n');
    return { cell, span: { start: source.length, end: source.length }, text: (isOpen ? '\n' : '') + text.replace(/\r?\n$/u, '') };
  }
  if (end === length + 1 && start <= length) {
    // The end of the last line stands in no file.
    end = length;
    if (text.endsWith('\n')) text = text.replace(/\r?\n$/u, '');
    else if (text === '' && notebook.code[cell.start + start - 1] === '\n' && start > 0) start -= 1;
    else return undefined;
  }
  if (start > length || end > length) return undefined;
  if (end === start) return insertion(cell, notebook.code, start, text);
  return pieces.isCopy(start, end) ? { cell, span: { start: pieces.start(start), end: pieces.end(end) }, text } : undefined;
}

/** Whole lines go above or below what is no Python; anything else only between characters of Python. */
function insertion(cell: Cell, code: string, offset: number, text: string): (InCell & Change) | undefined {
  const { source, pieces, start } = cell;
  const [left, right] = [pieces.end(offset), pieces.start(offset)];
  const isAbove = text.endsWith('\n') && (offset === 0 || code[start + offset - 1] === '\n');
  const isBelow = /^\r?\n/u.test(text) && /^[\r\n]/u.test(code.slice(start + offset, start + offset + 1));
  if (!isAbove && !isBelow && !pieces.isCopy(offset, offset)) return undefined;
  // Above a line of which something was left out, such as `%time`, but below a first line that was left out.
  const isLeft = isBelow || (isAbove && !source.slice(left, right).includes('\n'));
  const at = isLeft ? left : right;
  return { cell, span: { start: at, end: at }, text };
}

/** A change of the code as a change of the notebook's file. */
export function changeOfFile(notebook: Notebook, change: Change): Change | undefined {
  const inCell = changeOfCell(notebook, change);
  if (inCell?.cell.written === undefined) return undefined;
  return changeIn(inCell.cell.written, inCell.cell.source, inCell.span, inCell.text);
}

function cellAt({ cells }: Notebook, offset: number): Cell | undefined {
  let low = 0;
  let high = cells.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (cells[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return cells[low];
}

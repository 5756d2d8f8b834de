import { readNotebook } from '../../server/analysis/syntax/notebook/file.js';
import { isNotebook } from '../../server/analysis/syntax/notebook/is-notebook.js';
import { changeOfFile, placeInCell } from '../../server/analysis/syntax/notebook/notebook.js';
import type { Span } from '../../rules/kit/index.js';
import { lineIndex } from '../../server/analysis/lines.js';

interface Cell {
  readonly cell_type: string;
  readonly source: readonly string[];
}

/**
 * The file of a notebook that is written as a script: each cell stands behind a line `# %%`, or `# %% [markdown]`. The file is as
 * Jupyter writes it.
 *
 * @throws Error when the first line begins no cell
 */
export function notebookFrom(script: string): string {
  const parts = script.split(/^# %%(?: \[(\w+)\])?\n/mu);
  if (parts[0] !== '') throw new Error('a notebook begins with `# %%`');
  const cells: object[] = [];
  for (let i = 1; i < parts.length; i += 2) {
    const kind = parts[i] ?? 'code';
    const source = (parts[i + 1] ?? '').replace(/\n$/u, '').match(/[^\n]*\n|[^\n]+$/gu) ?? [];
    const extra = kind === 'code' ? { execution_count: null } : {};
    cells.push({
      cell_type: kind,
      ...extra,
      id: `cell-${cells.length + 1}`,
      metadata: {},
      ...(kind === 'code' && { outputs: [] }),
      source,
    });
  }
  const metadata = { kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' }, language_info: { name: 'python' } };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

/** What places in a file are offsets in. */
export function codeOf(file: string, text: string): string {
  return isNotebook(file) ? (readNotebook(text).notebook?.code ?? '') : text;
}

/** Lines and columns, counted from 0; in a notebook those of the script that {@link notebookFrom} was given. */
export function positionsIn(file: string, text: string, span: Span) {
  const inText = (content: string, { start, end }: Span, above: number) => {
    const index = lineIndex(content);
    const [a, b] = [index.position(start), index.position(end)];
    const length = index.text(a.line).length;
    return { start: { ...a, line: a.line + above }, end: { ...b, line: b.line + above }, length };
  };
  const notebook = isNotebook(file) ? readNotebook(text).notebook : undefined;
  const place = notebook && placeInCell(notebook, span);
  if (place === undefined) return inText(text, span, 0);
  const { cells } = JSON.parse(text) as { cells: Cell[] };
  const above = cells.slice(0, place.cell.number - 1).reduce((lines, { source }) => lines + Math.max(1, source.length) + 1, 1);
  return inText(place.cell.source, place.span, above);
}

/** An edit of the code as an edit of the file. */
export function editOf(file: string, text: string, edit: { readonly span: Span; readonly text: string }) {
  if (!isNotebook(file)) return edit;
  const { notebook } = readNotebook(text);
  const change = notebook && changeOfFile(notebook, edit);
  if (change === undefined) throw new Error(`${file}: an edit of what is no code`);
  return change;
}

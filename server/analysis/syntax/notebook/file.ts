/** Reader of `.ipynb` files: which cells there are, and in which language. Never throws. */
import { entryOf, readJson, stringOf, type JsonFile, type JsonNode } from '../json.js';
import { joined, type Notebook, type SourceCell } from './notebook.js';
import type { Written } from './written.js';

export interface NotebookFile {
  /** The code that can be read; absent where there is none. */
  readonly notebook?: Notebook;
  /** Why not all, or nothing, was read. `failed`: it should have been possible. */
  readonly problem?: { readonly reason: string; readonly failed: boolean };
}

/** Reads the cells of all versions of the format: `cells`, and before version 4 `worksheets`. */
export function readNotebook(json: string): NotebookFile {
  // Editors make new notebooks without any content.
  if (json.trim() === '') return { notebook: joined([]) };
  const { root, problems } = readJson(json);
  const broken = problemOf(json, problems);
  const cells = cellsIn(root);
  if (cells === undefined) {
    return {
      problem: { reason: `not a notebook: ${broken === undefined ? 'it has no cells' : `it is not JSON: ${broken}`}`, failed: true },
    };
  }
  const language = languageOf(root);
  if (!isPython(language)) return { problem: { reason: `a notebook in ${language}, which is not read`, failed: false } };
  const read = cells.flatMap((cell, index) => codeOf(cell, index + 1, json) ?? []);
  if (broken === undefined) return { notebook: joined(read, json), ...writing(read) };
  return { notebook: joined(read, json, true), problem: { reason: `not all of it is JSON: ${broken}`, failed: true } };
}

function cellsIn(root: JsonNode | undefined): readonly JsonNode[] | undefined {
  const cells = itemsOf(entryOf(root, 'cells')?.value);
  if (cells !== undefined) return cells;
  return itemsOf(entryOf(root, 'worksheets')?.value)?.flatMap((sheet) => itemsOf(entryOf(sheet, 'cells')?.value) ?? []);
}

/** The text of a cell of Python; `undefined` for all others. */
function codeOf(cell: JsonNode, number: number, json: string): SourceCell | undefined {
  if (stringOf(entryOf(cell, 'cell_type')?.value) !== 'code') return undefined;
  const metadata = entryOf(cell, 'metadata')?.value;
  const own = stringOf(entryOf(entryOf(metadata, 'vscode')?.value, 'languageId')?.value) ?? stringOf(entryOf(cell, 'language')?.value);
  if (own !== undefined && !isPython(own)) return undefined;
  const source = (entryOf(cell, 'source') ?? entryOf(cell, 'input'))?.value;
  if (source === undefined) return undefined;
  const strings = (source.kind === 'array' ? source.items : [source]).filter((node) => stringOf(node) !== undefined);
  const written: Written = {
    json,
    strings: strings.map(({ span }) => span),
    ...(source.kind === 'array' && { list: source.span }),
  };
  return { number, source: strings.map((node) => stringOf(node)).join(''), written };
}

/** Tools in a file that a cell writes are found where they are, which may be nowhere yet. */
function writing(cells: readonly SourceCell[]): Pick<NotebookFile, 'problem'> {
  const numbers = cells.filter(({ source }) => /^\s{0,99}%%(?:write)?file[ \t][^\n]{0,300}\.py\b/.test(source)).map(({ number }) => number);
  if (numbers.length === 0) return {};
  const said = numbers.length === 1 ? `cell ${String(numbers[0])} writes a file` : `cells ${numbers.join(', ')} write files`;
  return { problem: { reason: `${said} of Python: only what is on disk is read`, failed: false } };
}

function languageOf(root: JsonNode | undefined): string {
  const metadata = entryOf(root, 'metadata')?.value;
  const info = entryOf(metadata, 'language_info')?.value;
  const kernel = entryOf(metadata, 'kernelspec')?.value;
  const named = stringOf(entryOf(info, 'name')?.value) ?? stringOf(entryOf(kernel, 'language')?.value);
  return named ?? otherKernel(stringOf(entryOf(kernel, 'name')?.value) ?? '') ?? 'python';
}

/** Names that kernels of other languages install themselves under; all others are environments of Python. */
function otherKernel(name: string): string | undefined {
  const found =
    /^(?:(ir)$|(julia|bash|deno|tslab|javascript|scala|almond|rust|evcxr|sql|go|java|ruby|octave)\b|\.net-(csharp|fsharp|powershell)$)/.exec(
      name.toLowerCase(),
    );
  return found === null ? undefined : found[1] === undefined ? (found[2] ?? found[3]) : 'R';
}

function isPython(language: string): boolean {
  return /^i?python[\d.]*$/i.test(language);
}

function itemsOf(node: JsonNode | undefined): readonly JsonNode[] | undefined {
  return node?.kind === 'array' ? node.items : undefined;
}

/** Python writes numbers that JSON does not have, and reads them: outputs are full of them. */
function problemOf(json: string, problems: JsonFile['problems']): string | undefined {
  let numberEnd = -1;
  for (const { message, span } of problems) {
    const isSign = json[span.start] === '-' && json.startsWith('Infinity', span.start + 1);
    const isNumber = isSign || /^(?:NaN|Infinity)\b/.test(json.slice(span.start, span.start + 9));
    const follows = numberEnd >= 0 && json.slice(numberEnd, span.start).trim() === '';
    if (isNumber) numberEnd = span.start + (isSign ? 1 : json[span.start] === 'N' ? 3 : 8);
    else if (!follows) return `${message.replace(/^not JSON: /, '')} on line ${String(json.slice(0, span.start).split('\n').length)}`;
  }
  return undefined;
}

import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import type { SourceCell } from '../analysis/syntax/notebook/notebook.js';
import { nameOfCell, type OpenNotebooks } from './notebooks.js';
import { fileOf } from './uris.js';

/** A text that an editor holds open. It wins over the file on disk. */
export interface OpenDocument {
  readonly file: string;
  /** As the editor spells it; answers use the same spelling. */
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
}

/** What a document that was never saved would be called. */
const endings: Readonly<Record<string, string>> = {
  typescript: '.ts',
  typescriptreact: '.tsx',
  javascript: '.js',
  javascriptreact: '.jsx',
  dotenv: '.env',
  python: '.py',
};

/** The documents that are open, cells of notebooks among them, kept in step by incremental edits. */
export class OpenDocuments {
  readonly #notebooks: OpenNotebooks;
  readonly #byFile = new Map<string, TextDocument>();
  readonly #names = new Map<string, string>();

  constructor(notebooks: OpenNotebooks) {
    this.#notebooks = notebooks;
  }

  /** The name of a document; one that was never saved gets the ending that its language would give it. */
  fileOf(uri: string): string {
    const cell = nameOfCell(uri);
    return this.#notebooks.cell(cell) ? cell : (this.#names.get(uri) ?? fileOf(uri));
  }

  /** The file that a document is, or that the cell is part of. */
  ownerOf(name: string): string {
    return this.#notebooks.cell(name)?.file ?? name;
  }

  /** The code cells, when the file is open as a notebook. */
  cells(file: string): readonly SourceCell[] | undefined {
    return this.#notebooks.cells(file);
  }

  open({ uri, languageId, version, text }: TextDocumentItem): string {
    const file = `${fileOf(uri)}${uri.startsWith('untitled:') ? (endings[languageId] ?? '') : ''}`;
    this.#names.set(uri, file);
    this.#byFile.set(file, TextDocument.create(uri, languageId, version, text));
    return file;
  }

  /** Applies edits; `undefined` when the document was never opened, and then there is nothing to apply them to. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): string | undefined {
    const file = this.fileOf(uri);
    const document = this.#byFile.get(file);
    if (!document) return undefined;
    TextDocument.update(document, [...changes], version);
    return file;
  }

  close(uri: string): string {
    const file = this.fileOf(uri);
    this.#names.delete(uri);
    this.#byFile.delete(file);
    return file;
  }

  /** The names of the documents of these cells. */
  cellsOf(file: string): readonly string[] | undefined {
    return this.cells(file)?.flatMap(({ document }) => (document === undefined ? [] : [nameOfCell(document)]));
  }

  get(name: string): OpenDocument | undefined {
    const document = this.#document(name);
    if (!document) return undefined;
    const { uri, languageId, version } = document;
    return { file: name, uri, languageId, version, text: document.getText() };
  }

  has(name: string): boolean {
    return this.#document(name) !== undefined || this.#notebooks.has(name);
  }

  uri(name: string): string | undefined {
    return this.#document(name)?.uri;
  }

  version(name: string): number | undefined {
    return this.#document(name)?.version;
  }

  /** Everything that wins over the disk; of cells, the notebooks. */
  files(): string[] {
    return [...new Set([...this.#byFile.keys(), ...this.#notebooks.files()])];
  }

  #document(name: string): TextDocument | undefined {
    return this.#notebooks.cell(name)?.document ?? this.#byFile.get(name);
  }
}

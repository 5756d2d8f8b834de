import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
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

/** The documents that are open, kept in step by incremental edits. */
export class OpenDocuments {
  readonly #byFile = new Map<string, TextDocument>();
  readonly #names = new Map<string, string>();

  /** The name of a document; one that was never saved gets the ending that its language would give it. */
  fileOf(uri: string): string {
    return this.#names.get(uri) ?? fileOf(uri);
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

  get(file: string): OpenDocument | undefined {
    const document = this.#byFile.get(file);
    if (!document) return undefined;
    const { uri, languageId, version } = document;
    return { file, uri, languageId, version, text: document.getText() };
  }

  has(file: string): boolean {
    return this.#byFile.has(file);
  }

  uri(file: string): string | undefined {
    return this.#byFile.get(file)?.uri;
  }

  version(file: string): number | undefined {
    return this.#byFile.get(file)?.version;
  }

  files(): string[] {
    return [...this.#byFile.keys()];
  }
}

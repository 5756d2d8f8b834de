import { NotebookDocuments, type Connection, type NotebookDocument, type NotificationHandler } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { SourceCell } from '../analysis/syntax/notebook/notebook.js';
import { fileOf } from './uris.js';

export interface NotebookEvents {
  /** Cells came, went, moved, or have another text. */
  readonly changed: (file: string) => void;
  readonly closed: (file: string) => void;
  /** By the name of its document. */
  readonly cellClosed: (name: string) => void;
  /** Called before anything is done about a message. */
  readonly arrived: () => void;
  /** A message could not be handled, or (`undefined`) the next one of its kind could. */
  readonly ended: (step: string, error: { readonly thrown: unknown } | undefined) => void;
}

/** A cell that an editor holds open as a document of its own. */
export interface OpenCell {
  /** The notebook that it belongs to. */
  readonly file: string;
  readonly document: TextDocument;
}

type Synchronization = Connection['notebooks']['synchronization'];

interface Named {
  readonly notebookDocument: { readonly uri: string };
}

/** The notebooks that are open, kept in step by the library of the protocol. */
export class OpenNotebooks {
  readonly #library = new NotebookDocuments(TextDocument);
  readonly #byFile = new Map<string, NotebookDocument>();
  readonly #cells = new Map<string, OpenCell>();

  /** Called once. The library itself does not tell when cells only change places, so it listens through this. */
  listen({ notebooks }: Connection, events: NotebookEvents): void {
    const { synchronization } = notebooks;
    const heard =
      <P extends Named>(step: string, handle: NotificationHandler<P>, then: (uri: string) => void): NotificationHandler<P> =>
      async (params) => {
        events.arrived();
        try {
          await handle(params);
          then(params.notebookDocument.uri);
          events.ended(step, undefined);
        } catch (thrown) {
          events.ended(step, { thrown });
        }
      };
    const update = (uri: string): void => this.#update(uri, events);
    const forget = (uri: string): void => this.#forget(uri, events);
    const through: Synchronization = {
      ...synchronization,
      onDidOpenNotebookDocument: (handle) => synchronization.onDidOpenNotebookDocument(heard('notebook didOpen', handle, update)),
      onDidChangeNotebookDocument: (handle) => synchronization.onDidChangeNotebookDocument(heard('notebook didChange', handle, update)),
      onDidCloseNotebookDocument: (handle) => synchronization.onDidCloseNotebookDocument(heard('notebook didClose', handle, forget)),
    };
    this.#library.listen({ notebooks: { synchronization: through } } as Connection);
  }

  has(file: string): boolean {
    return this.#byFile.has(file);
  }

  files(): readonly string[] {
    return [...this.#byFile.keys()];
  }

  /** The cells of a notebook in their order; `undefined` when it is not open. */
  cells(file: string): readonly SourceCell[] | undefined {
    const cells = this.#byFile.get(file)?.cells;
    return cells?.flatMap((cell, index) => {
      const document = this.#library.getCellTextDocument(cell);
      return document === undefined ? [] : [{ number: index + 1, source: document.getText(), document: document.uri }];
    });
  }

  /** By the name of its document. */
  cell(name: string): OpenCell | undefined {
    return this.#cells.get(name);
  }

  #update(uri: string, events: NotebookEvents): void {
    const notebook = this.#library.getNotebookDocument(uri);
    if (notebook === undefined) return;
    const file = fileOf(uri);
    this.#byFile.set(file, notebook);
    const documents = new Map(
      notebook.cells.flatMap((cell) => {
        const document = this.#library.getCellTextDocument(cell);
        return document === undefined ? [] : [[nameOfCell(document.uri), document] as const];
      }),
    );
    this.#drop(file, (name) => !documents.has(name), events);
    for (const [name, document] of documents) this.#cells.set(name, { file, document });
    events.changed(file);
  }

  #forget(uri: string, events: NotebookEvents): void {
    const file = fileOf(uri);
    this.#byFile.delete(file);
    this.#drop(file, () => true, events);
    events.closed(file);
  }

  #drop(file: string, gone: (name: string) => boolean, events: NotebookEvents): void {
    for (const [name, cell] of [...this.#cells]) {
      if (cell.file !== file || !gone(name)) continue;
      this.#cells.delete(name);
      events.cellClosed(name);
    }
  }
}

/** The name of a cell's document. Some editors tell cells of one file apart only by what stands behind `#`. */
export function nameOfCell(uri: string): string {
  return uri.startsWith('file:') ? uri : fileOf(uri);
}

import {
  DidChangeNotebookDocumentNotification,
  DidCloseNotebookDocumentNotification,
  DidOpenNotebookDocumentNotification,
  NotebookCellKind,
  type CodeAction,
  type NotebookCellArrayChange,
  type NotebookDocumentChangeEvent,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { editsOf, type TestClient } from './client.js';

/** A notebook in the small editor. Cells go by names such as `c1`. */
export class TestNotebook {
  readonly #client: TestClient;
  readonly #file: string;
  readonly #cells = new Map<string, TextDocument>();
  readonly #uri: (cell: string) => string;
  #version = 1;

  /** @param uri what the editor calls a cell */
  constructor(client: TestClient, file: string, uri = (cell: string): string => `vscode-notebook-cell:${file}#${cell}`) {
    this.#client = client;
    this.#file = file;
    this.#uri = uri;
  }

  uri(cell: string): string {
    return this.#uri(cell);
  }

  text(cell: string): string {
    return this.#cells.get(cell)!.getText();
  }

  async open(cells: Readonly<Record<string, string>>): Promise<void> {
    const opened = Object.entries(cells).map(([name, text]) => this.#create(name, text));
    await this.#client.connection.sendNotification(DidOpenNotebookDocumentNotification.type, {
      notebookDocument: {
        uri: `file://${this.#file}`,
        notebookType: 'jupyter-notebook',
        version: 1,
        cells: Object.keys(cells).map((name) => this.#cell(name)),
      },
      cellTextDocuments: opened,
    });
  }

  /** Replaces the text of a cell, as an edit of its only changed stretch. */
  async edit(cell: string, text: string): Promise<void> {
    const before = this.#cells.get(cell)!;
    const old = before.getText();
    let start = 0;
    while (start < Math.min(old.length, text.length) && old[start] === text[start]) start += 1;
    let tail = 0;
    while (tail < Math.min(old.length, text.length) - start && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail += 1;
    const range = { start: before.positionAt(start), end: before.positionAt(old.length - tail) };
    const changes = [{ range, text: text.slice(start, text.length - tail) }];
    const document = TextDocument.update(before, changes, before.version + 1);
    await this.#change({ cells: { textContent: [{ document: { uri: document.uri, version: document.version }, changes }] } });
  }

  async insert(index: number, cell: string, text: string): Promise<void> {
    const item = this.#create(cell, text);
    const array: NotebookCellArrayChange = { start: index, deleteCount: 0, cells: [this.#cell(cell)] };
    await this.#change({ cells: { structure: { array, didOpen: [item] } } });
  }

  async remove(index: number, cell: string): Promise<void> {
    this.#cells.delete(cell);
    await this.#change({ cells: { structure: { array: { start: index, deleteCount: 1 }, didClose: [{ uri: this.uri(cell) }] } } });
  }

  /** Cells change places, and nothing else happens. */
  async reorder(cells: readonly string[]): Promise<void> {
    const array = { start: 0, deleteCount: cells.length, cells: cells.map((name) => this.#cell(name)) };
    await this.#change({ cells: { structure: { array } } });
  }

  async close(): Promise<void> {
    await this.#client.connection.sendNotification(DidCloseNotebookDocumentNotification.type, {
      notebookDocument: { uri: `file://${this.#file}` },
      cellTextDocuments: [...this.#cells.keys()].map((name) => ({ uri: this.uri(name) })),
    });
  }

  /** Does what an action says; answers with the cells that it touched. */
  async apply(action: CodeAction | undefined): Promise<readonly string[]> {
    const touched: string[] = [];
    for (const [uri, list] of editsOf(action?.edit ?? {})) {
      const cell = [...this.#cells.keys()].find((name) => this.uri(name).replace('file://', '') === uri);
      if (cell === undefined) throw new Error(`an edit of ${uri}, which is no cell`);
      await this.edit(cell, TextDocument.applyEdits(this.#cells.get(cell)!, list));
      touched.push(cell);
    }
    return touched;
  }

  async #change(change: NotebookDocumentChangeEvent): Promise<void> {
    this.#version += 1;
    await this.#client.connection.sendNotification(DidChangeNotebookDocumentNotification.type, {
      notebookDocument: { uri: `file://${this.#file}`, version: this.#version },
      change,
    });
  }

  #create(name: string, text: string) {
    this.#cells.set(name, TextDocument.create(this.uri(name), 'python', 1, text));
    return { uri: this.uri(name), languageId: 'python', version: 1, text };
  }

  #cell(name: string) {
    return { kind: NotebookCellKind.Code, document: this.uri(name) };
  }
}

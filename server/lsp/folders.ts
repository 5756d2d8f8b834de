import type { WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { isInside } from '../workspace/paths.js';
import { fileOf } from './uris.js';

/** The folders that the client has open. */
export class Folders {
  #all: readonly string[];

  constructor(folders: readonly string[]) {
    this.#all = folders;
  }

  get all(): readonly string[] {
    return this.#all;
  }

  change({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map(({ uri }) => fileOf(uri)));
    const kept = this.#all.filter((folder) => !gone.has(folder));
    this.#all = [...new Set([...kept, ...added.map(({ uri }) => fileOf(uri))])];
  }

  /** The innermost folder that holds a file. */
  of(file: string): string | undefined {
    return this.#all.filter((folder) => isInside(folder, file)).sort((a, b) => b.length - a.length)[0];
  }
}

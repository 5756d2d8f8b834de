import type { Guard } from './guard.js';
import type { Snapshot } from './snapshot.js';
import type { Module } from './syntax/ir.js';
import { isSource, readSource } from './syntax/read.js';

/** Modules by file, read again when their text changes. */
export class Modules {
  readonly #guard: Guard;
  readonly #known = new Map<string, { readonly version: string; readonly module: Module | undefined }>();
  #snapshot: Snapshot | undefined;

  constructor(guard: Guard) {
    this.#guard = guard;
  }

  /** Takes a new snapshot. Answers the files whose text is no longer the one that was read. */
  take(snapshot: Snapshot): readonly string[] {
    this.#snapshot = snapshot;
    const changed = [...this.#known].filter(([file, known]) => snapshot.version(file) !== known.version).map(([file]) => file);
    for (const file of changed) this.#known.delete(file);
    return changed;
  }

  get(file: string): Module | undefined {
    const known = this.#known.get(file);
    if (known !== undefined) return known.module;
    const version = this.#snapshot?.version(file);
    if (version === undefined) return undefined;
    const text = isSource(file) ? this.#snapshot?.text(file) : undefined;
    const module = text === undefined ? undefined : this.#guard.run('reader', file, () => readSource(file, text));
    this.#known.set(file, { version, module });
    return module;
  }
}

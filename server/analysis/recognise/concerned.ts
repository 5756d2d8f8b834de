/** The modules in which registrations are looked for. */
import { Edited } from '../edited.js';
import type { Snapshot } from '../snapshot.js';
import type { Module } from '../syntax/ir.js';
import { mayDescribe } from './own/decorators.js';
import { mayFill } from './putters.js';
import type { Relevance } from './relevance.js';

const word = /[A-Za-z_$][\w$]*/g;

/**
 * Files that mention a marker are read. A file that is only imported is read when it mentions a function that leads to a
 * marker, or may fill a registry; what such a file adds may concern others in turn.
 */
export class Concerned {
  readonly #relevance: Relevance;
  readonly #moduleOf: (file: string) => Module | undefined;
  /** Files that only others import, and that were read all the same. */
  #others: ReadonlySet<string> = new Set();
  /** What was asked last, and what came of it: files that are read, and those that are not. */
  #last: { readonly marked: readonly string[]; readonly chosen: readonly string[]; readonly waiting: ReadonlySet<string> } | undefined;
  readonly #edited = new Edited();
  readonly #mentions = new Map<string, { readonly version: string | undefined; readonly signature: string; readonly found: boolean }>();

  constructor(relevance: Relevance, moduleOf: (file: string) => Module | undefined) {
    this.#relevance = relevance;
    this.#moduleOf = moduleOf;
  }

  /** `changed`: other names lead to a marker than before. */
  of(
    marked: readonly string[],
    reach: ReadonlySet<string>,
    snapshot: Snapshot,
  ): { readonly modules: readonly Module[]; readonly changed: boolean } {
    const before = this.#relevance.signature;
    const edited = this.#edited.since(snapshot, reach);
    const last = this.#last;
    if (last !== undefined && edited !== undefined && last.marked === marked) {
      const modules = this.#modulesOf(last.chosen);
      this.#relevance.update(modules);
      const { signature } = this.#relevance;
      const isSame =
        signature === before && ![...edited].some((file) => last.waiting.has(file) && this.#mentionsOne(file, signature, snapshot));
      if (isSame) return { modules, changed: false };
    }
    const own = new Set(marked);
    // Those of last time come first, so that an edit finds the same names at once; one too many adds no name.
    const chosen = [...marked, ...this.#others].filter((file) => reach.has(file));
    let waiting = [...reach].filter((file) => !own.has(file) && !this.#others.has(file));
    for (;;) {
      const modules = this.#modulesOf(chosen);
      this.#relevance.update(modules);
      const { signature } = this.#relevance;
      const concerned = waiting.filter((file) => this.#mentionsOne(file, signature, snapshot));
      if (concerned.length === 0) {
        this.#others = new Set(chosen.filter((file) => !own.has(file)));
        this.#last = { marked, chosen, waiting: new Set(waiting) };
        return { modules, changed: signature !== before };
      }
      chosen.push(...concerned);
      waiting = waiting.filter((file) => !concerned.includes(file));
    }
  }

  #modulesOf(files: readonly string[]): readonly Module[] {
    return files.flatMap((file) => this.#moduleOf(file) ?? []);
  }

  #mentionsOne(file: string, signature: string, snapshot: Snapshot): boolean {
    const version = snapshot.version(file);
    const known = this.#mentions.get(file);
    if (known !== undefined && known.version === version && known.signature === signature) return known.found;
    const text = snapshot.text(file) ?? '';
    const found = mayFill(text) || mayDescribe(text) || mentions(text, this.#relevance.wordsFor(file));
    this.#mentions.set(file, { version, signature, found });
    return found;
  }
}

function mentions(text: string, names: ReadonlySet<string>): boolean {
  for (const [found] of text.matchAll(word)) if (names.has(found)) return true;
  return false;
}

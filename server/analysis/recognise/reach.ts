/** Which files can have to do with tools: those that import an SDK, those that import them, and those that they import. */
import { Edited } from '../edited.js';
import { importersOf, reachedFrom } from '../importing.js';
import type { Snapshot } from '../snapshot.js';
import { isSource } from '../syntax/read.js';
import { specifiersIn } from '../syntax/specifiers.js';
import { loadedBy } from './loaded.js';

interface Edges {
  readonly version: string | undefined;
  readonly files: readonly string[];
  /** Those of them whose names it does not write down. */
  readonly loaded: readonly string[];
  /** What tools are declared with: packages that are imported, objects that are mentioned. */
  readonly seeds: readonly string[];
}

const none: readonly string[] = [];

export class Reach {
  readonly #seedOf: (specifier: string) => string | undefined;
  readonly #words: readonly string[];
  readonly #edges = new Map<string, Edges>();
  /** The answer of the last question. */
  files: ReadonlySet<string> = new Set();
  /** Packages and objects that tools are declared with, among the files of the last question. */
  used: ReadonlySet<string> = new Set();
  #asked: readonly string[] | undefined;
  /** All files of the last question: those that it was about, and what they import. */
  #all: ReadonlySet<string> = new Set();
  readonly #edited = new Edited();

  /**
   * `seedOf`: the package that a specifier names, when tools are declared with it. `words`: names of objects that declare
   * tools and exist without an import.
   */
  constructor(seedOf: (specifier: string) => string | undefined, words: readonly string[]) {
    this.#seedOf = seedOf;
    this.#words = words;
  }

  /** Imports may mean other files than before. */
  forget(): void {
    this.#edges.clear();
    this.#asked = undefined;
  }

  /**
   * The files in which registrations are looked for: among `files`, and what they import. Only their texts are scanned for
   * imports; none is parsed for this.
   */
  of(files: readonly string[], snapshot: Snapshot): ReadonlySet<string> {
    const edited = this.#edited.since(snapshot, files);
    if (files === this.#asked && this.#isSame(edited ?? this.#all, snapshot)) return this.files;
    const seeds: string[] = [];
    const used = new Set<string>();
    const all = new Set(files);
    for (const file of all) {
      const edges = this.#edgesOf(file, snapshot);
      if (edges.seeds.length > 0) seeds.push(file);
      for (const seed of edges.seeds) used.add(seed);
      for (const imported of edges.files) if (isSource(imported)) all.add(imported);
    }
    this.used = used;
    this.#asked = files;
    this.#all = all;
    // Who imports a seed may hand it the server; what all of these import may be handed the server in turn.
    const importers = importersOf(all, (file) => this.imported(file));
    const above = reachedFrom(seeds, (file) => importers.get(file) ?? []);
    this.files = reachedFrom(above, (file) => this.#edges.get(file)?.files ?? []);
    return this.files;
  }

  /** None of these files imports anything else than when this was last asked; nearly no edit changes that. */
  #isSame(files: ReadonlySet<string>, snapshot: Snapshot): boolean {
    for (const file of files) {
      if (!this.#all.has(file)) continue;
      const before = this.#edges.get(file);
      if (before === undefined || this.#edgesOf(file, snapshot).files !== before.files || this.#edges.get(file)!.seeds !== before.seeds)
        return false;
    }
    return true;
  }

  /** The files that a file imports, as of the last question. */
  imported(file: string): readonly string[] {
    return this.#edges.get(file)?.files ?? [];
  }

  /** The files that a file loads without writing their names down. */
  loaded(file: string): readonly string[] {
    return this.#edges.get(file)?.loaded ?? none;
  }

  /** The packages that tools are declared with and that a file imports, and the objects that declare them and that it mentions. */
  seeds(file: string): readonly string[] {
    return this.#edges.get(file)?.seeds ?? none;
  }

  /** A file has any of these. */
  usesSdk(file: string): boolean {
    return this.seeds(file).length > 0;
  }

  #edgesOf(file: string, snapshot: Snapshot): Edges {
    const version = snapshot.version(file);
    const known = this.#edges.get(file);
    if (known !== undefined && known.version === version) return known;
    const text = snapshot.text(file) ?? '';
    const specifiers = specifiersIn(file, text);
    const resolved = specifiers.flatMap((specifier) => snapshot.resolve(specifier, file) ?? []);
    const loaded = loadedBy(file, text, resolved, snapshot.files);
    const edges = {
      version,
      files: same(known?.files, loaded.length === 0 ? resolved : [...new Set([...resolved, ...loaded])]),
      loaded: same(known?.loaded, loaded),
      seeds: same(known?.seeds, [
        ...specifiers.flatMap((specifier) => this.#seedOf(specifier) ?? []),
        ...this.#words.filter((word) => text.includes(word)),
      ]),
    };
    this.#edges.set(file, edges);
    return edges;
  }
}

/** The list from before, when this one holds the same. */
function same(before: readonly string[] | undefined, now: readonly string[]): readonly string[] {
  return before?.length === now.length && before.every((item, i) => item === now[i]) ? before : now;
}

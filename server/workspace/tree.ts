import { parse } from 'jsonc-parser';
import { decode } from './decode.js';
import type { Host, Problem } from './host.js';
import { basename, dirname, isInside, join } from './paths.js';

export interface Node {
  readonly kind: 'file' | 'folder' | 'other';
  /** Where a symbolic link leads, empty when it leads nowhere; absent for everything else. */
  readonly target?: string;
}

/** Told on which entry of a folder an answer rests; without a name, on all of them. */
export type Witness = (folder: string, name?: string) => void;

export type Listing = ReadonlyMap<string, Node>;

const nothing: Listing = new Map();

/**
 * What is known of the file system. Questions are answered at once from memory; what is not known yet is answered with
 * `undefined` and remembered, and {@link load} fetches it. Asking, loading and asking again until nothing is missing
 * gives the answers of the disk, so one synchronous resolver serves both the first opening and every keystroke.
 */
export class Tree {
  readonly #host: Host;
  readonly #unsaved: (file: string) => string | undefined;
  readonly #witness: Witness | undefined;
  readonly #listings = new Map<string, Listing>();
  /** Why the listings of these folders are empty. */
  readonly #problems = new Map<string, Problem>();
  readonly #texts = new Map<string, string | undefined>();
  readonly #parsed = new Map<string, { readonly text: string; readonly value: unknown }>();
  readonly #derived = new Map<string, unknown>();
  /** The same, of what could not be answered in full, with how much was missing; until more is known. */
  readonly #guessed = new Map<string, { readonly value: unknown; readonly misses: number }>();
  readonly #wantedFolders = new Set<string>();
  readonly #wantedTexts = new Set<string>();
  /** Counts questions that could not be answered yet. */
  misses = 0;

  /** `unsaved` gives the text of a file as it stands in an editor; it wins over the disk. */
  constructor(host: Host, unsaved: (file: string) => string | undefined, witness?: Witness) {
    this.#host = host;
    this.#unsaved = unsaved;
    this.#witness = witness;
  }

  /** What stands at a path, symbolic links looked through. `undefined`: nothing, or not known yet. */
  kind(path: string): Node['kind'] | undefined {
    const folder = dirname(path);
    if (folder === path) return 'folder';
    const found = this.#entry(folder, path)?.kind;
    if (found) return found;
    if (this.#unsaved(path) !== undefined) return 'file';
    if (!this.#listings.has(folder)) this.#wantFolder(folder);
    return undefined;
  }

  /** Entries of a folder, with the same manners. */
  entries(folder: string): Listing | undefined {
    this.#witness?.(folder);
    const known = this.#listings.get(folder);
    if (!known) this.#wantFolder(folder);
    return known;
  }

  /** Text of a small file that the workspace itself needs (manifests, ignore files), with the same manners. */
  text(file: string): string | undefined {
    const unsaved = this.#unsaved(file);
    if (unsaved !== undefined) return unsaved;
    if (this.#texts.has(file)) return this.#texts.get(file);
    const folder = dirname(file);
    if (this.isListed(folder) ? this.#entry(folder, file)?.kind === 'file' : this.#mayExist(folder)) {
      this.#wantedTexts.add(file);
      this.misses += 1;
    }
    return undefined;
  }

  /** The same, read as JSON with comments, as far as it goes. */
  json(file: string): unknown {
    const text = this.text(file);
    if (text === undefined) return undefined;
    const known = this.#parsed.get(file);
    if (known?.text === text) return known.value;
    const value = parseTolerant(text);
    this.#parsed.set(file, { text, value });
    return value;
  }

  /** What was worked out from answers of the tree, kept until one of them may be another; a guess, until more is fetched. */
  derived<T>(key: string, make: () => T): T {
    const known = this.#derived.get(key);
    if (known !== undefined || this.#derived.has(key)) return known as T;
    const guess = this.#guessed.get(key);
    if (guess !== undefined) {
      this.misses += guess.misses;
      return guess.value as T;
    }
    const before = this.misses;
    const value = make();
    if (this.misses === before) this.#derived.set(key, value);
    else this.#guessed.set(key, { value, misses: this.misses - before });
    return value;
  }

  /** The text of a manifest or configuration in an editor is another one. */
  forgetDerived(): void {
    this.#derived.clear();
    this.#guessed.clear();
  }

  /** Something was asked for that is not fetched yet. */
  get incomplete(): boolean {
    return this.#wantedFolders.size + this.#wantedTexts.size > 0;
  }

  /** The entries of a folder are known. */
  isListed(folder: string): boolean {
    return this.#listings.has(folder);
  }

  /** Lists a folder now, for a walk. */
  async list(folder: string): Promise<Listing | Problem> {
    this.#witness?.(folder);
    return this.#list(folder);
  }

  async #list(folder: string): Promise<Listing | Problem> {
    const known = this.#problems.get(folder) ?? this.#listings.get(folder);
    if (known) return known;
    const answer = await this.#host.list(folder);
    this.#guessed.clear();
    if ('problem' in answer) {
      this.#listings.set(folder, nothing);
      this.#problems.set(folder, answer);
      return answer;
    }
    const listing = new Map<string, Node>();
    for (const { name, kind } of answer) {
      if (kind !== 'link') listing.set(name, { kind });
      else {
        const reached = await this.#host.stat(join(folder, name));
        listing.set(name, reached ? { kind: reached.kind, target: reached.realPath } : { kind: 'other', target: '' });
      }
    }
    this.#listings.set(folder, listing);
    return listing;
  }

  /** Fetches what was asked for and not known. Answers whether there was anything to fetch. */
  async load(): Promise<boolean> {
    const folders = [...this.#wantedFolders];
    const files = [...this.#wantedTexts];
    this.#wantedFolders.clear();
    this.#wantedTexts.clear();
    this.#guessed.clear();
    for (const folder of folders) await this.#list(folder);
    for (const file of files) {
      const answer = await this.#host.read(file);
      const decoded = 'bytes' in answer ? decode(answer.bytes) : undefined;
      this.#texts.set(file, decoded && 'text' in decoded ? decoded.text : undefined);
    }
    return folders.length + files.length > 0;
  }

  /** Forgets a path that was created, changed or deleted, and everything below it. */
  forget(path: string): void {
    this.forgetDerived();
    for (const folder of [...this.#listings.keys()]) {
      if (folder !== dirname(path) && !isInside(path, folder)) continue;
      this.#listings.delete(folder);
      this.#problems.delete(folder);
    }
    for (const file of [...this.#texts.keys()]) if (isInside(path, file)) this.#texts.delete(file);
  }

  #entry(folder: string, path: string): Node | undefined {
    const name = basename(path);
    this.#witness?.(folder, name);
    return this.#listings.get(folder)?.get(name);
  }

  #wantFolder(folder: string): void {
    if (!this.#mayExist(folder)) return;
    this.#wantedFolders.add(folder);
    this.misses += 1;
  }

  /** `false` when the nearest known folder above shows that this one is not there. */
  #mayExist(folder: string): boolean {
    for (let at = folder; ;) {
      const above = dirname(at);
      if (above === at) return true;
      if (this.isListed(above)) return this.#entry(above, at)?.kind === 'folder';
      at = above;
    }
  }
}

/** Most files are plain JSON. The tolerant parser recurses, so a hostile file can exhaust the stack; it then says nothing. */
function parseTolerant(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    try {
      return parse(text, [], { allowTrailingComma: true });
    } catch {
      return undefined;
    }
  }
}

/** In which files a word stands. Only words that were asked for are looked for. */
import type { Ground } from './env.js';
import type { Texts } from './name-index.js';

interface Asked {
  readonly files: Set<string>;
  readonly ground: Ground & { changed: number };
}

export class WordIndex {
  readonly #asked = new Map<string, Asked>();
  readonly #versions = new Map<string, string | undefined>();
  #files: ReadonlySet<string> = new Set();
  #texts: Texts | undefined;

  /** Takes the files as they are now. What rests on a word is asked again when a file changes that holds it, or held it. */
  update(files: ReadonlySet<string>, texts: Texts, change: () => number): void {
    this.#files = files;
    this.#texts = texts;
    if (this.#asked.size === 0) return;
    for (const file of this.#versions.keys()) if (!files.has(file)) this.#look(file, undefined, change);
    for (const file of files)
      if (!this.#versions.has(file) || this.#versions.get(file) !== texts.version(file)) this.#look(file, texts, change);
  }

  /** The files that hold a word, in their order. */
  of(word: string): { readonly files: readonly string[]; readonly ground: Ground } {
    let asked = this.#asked.get(word);
    if (asked === undefined) {
      if (this.#asked.size === 0) for (const file of this.#files) this.#versions.set(file, this.#texts?.version(file));
      const files = new Set([...this.#files].filter((file) => this.#texts?.text(file)?.includes(word) === true));
      this.#asked.set(word, (asked = { files, ground: { changed: 0 } }));
    }
    return { files: [...asked.files].sort(), ground: asked.ground };
  }

  #look(file: string, texts: Texts | undefined, change: () => number): void {
    const text = texts?.text(file) ?? '';
    if (texts === undefined) this.#versions.delete(file);
    else this.#versions.set(file, texts.version(file));
    for (const [word, { files, ground }] of this.#asked) {
      const had = files.delete(file);
      const has = text.includes(word);
      if (has) files.add(file);
      if (had || has) ground.changed = change();
    }
  }
}

/** What code anywhere in the workspace does with names that others declare. */
import type { Module } from '../syntax/ir.js';
import { assigning, type Assigner } from './assigners.js';
import type { Ground } from './env.js';
import { inheriting, type Inheriting } from './inheriting.js';
import { NameIndex, type Texts } from './name-index.js';
import { WordIndex } from './word-index.js';

export class Elsewhere {
  readonly #assigners: NameIndex<Assigner>;
  readonly #classes: NameIndex<Inheriting>;
  readonly #words = new WordIndex();
  readonly #moduleOf: (file: string) => Module | undefined;
  readonly #restOn: (ground: Ground) => void;
  #files: ReadonlySet<string> = new Set();

  /** `restOn`: what is worked out now rests on what was found under a name. */
  constructor(moduleOf: (file: string) => Module | undefined, restOn: (ground: Ground) => void) {
    this.#assigners = new NameIndex(moduleOf, assigning);
    this.#classes = new NameIndex(moduleOf, inheriting);
    this.#moduleOf = moduleOf;
    this.#restOn = restOn;
  }

  /** Takes the files whose code counts, as they are now; `change` is told what is another than before. */
  update(files: ReadonlySet<string>, texts: Texts, change: (ground: Ground) => void): void {
    this.#files = files;
    this.#assigners.update(files, texts, change);
    this.#classes.update(files, texts, change);
    this.#words.update(files, texts, change);
  }

  /** Whether a file's code counts. */
  looksAt(file: string): boolean {
    return this.#files.has(file);
  }

  /** Who assigns a member of that name of something that it holds. */
  assignersOf(name: string): readonly Assigner[] {
    return this.#under(this.#assigners, name);
  }

  /** Classes that mention a name in their heads, or have a member under its key. */
  classesUnder(name: string): readonly Inheriting[] {
    return this.#under(this.#classes, name);
  }

  /** The files whose text holds a word. */
  filesWith(word: string): { readonly files: readonly string[] } {
    const { files, ground } = this.#words.of(word);
    this.#restOn(ground);
    return { files };
  }

  /**
   * Whether something is written in one of the files whose text holds a word. Who asks is asked again when that is so in another file
   * than before, and only then.
   *
   * @param asking names the question
   */
  isWritten(word: string, asking: string, test: (module: Module) => boolean): boolean {
    const { answer, ground } = this.#words.ask(word, asking, (file) => {
      const module = this.#moduleOf(file);
      return module !== undefined && test(module);
    });
    this.#restOn(ground);
    return answer;
  }

  #under<T extends object>(index: NameIndex<T>, name: string): readonly T[] {
    const { answer, ground } = index.of(name);
    this.#restOn(ground);
    return answer;
  }
}

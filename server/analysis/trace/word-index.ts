/** In which files a word stands, and what is written there. Only words that were asked for are looked for. */
import { Edited } from '../edited.js';
import type { Ground } from './env.js';
import type { Texts } from './name-index.js';

interface Asked {
  readonly files: Set<string>;
  readonly ground: Ground;
  readonly questions: Map<string, Question>;
}

/** Something that may be written in files that hold a word. */
interface Question {
  readonly test: (file: string) => boolean;
  /** The files in which it is. */
  readonly found: Set<string>;
  readonly ground: Ground;
}

export class WordIndex {
  readonly #asked = new Map<string, Asked>();
  readonly #versions = new Map<string, string | undefined>();
  #files: ReadonlySet<string> = new Set();
  #texts: Texts | undefined;
  readonly #edited = new Edited();

  /** Takes the files as they are now. What rests on a word is asked again when another file holds it, or one that held it does no more. */
  update(files: ReadonlySet<string>, texts: Texts, change: (ground: Ground) => void): void {
    this.#files = files;
    this.#texts = texts;
    if (this.#asked.size === 0) return;
    const edited = this.#edited.since(texts, files);
    if (edited === undefined) for (const file of this.#versions.keys()) if (!files.has(file)) this.#look(file, undefined, change);
    for (const file of edited ?? files)
      if (files.has(file) && (!this.#versions.has(file) || this.#versions.get(file) !== texts.version(file)))
        this.#look(file, texts, change);
  }

  /** The files that hold a word, in their order. */
  of(word: string): { readonly files: readonly string[]; readonly ground: Ground } {
    const { files, ground } = this.#known(word);
    return { files: [...files].sort(), ground };
  }

  /** Whether a file that holds a word passes a test. The question goes by a name: when it is asked anew, the test is another one. */
  ask(word: string, asking: string, test: (file: string) => boolean): { readonly answer: boolean; readonly ground: Ground } {
    const { files, questions } = this.#known(word);
    const ground = questions.get(asking)?.ground ?? { number: 0 };
    const found = new Set([...files].filter((file) => test(file)));
    questions.set(asking, { test, found, ground });
    return { answer: found.size > 0, ground };
  }

  #known(word: string): Asked {
    let asked = this.#asked.get(word);
    if (asked === undefined) {
      if (this.#asked.size === 0) for (const file of this.#files) this.#versions.set(file, this.#texts?.version(file));
      const files = new Set([...this.#files].filter((file) => this.#texts?.text(file)?.includes(word) === true));
      this.#asked.set(word, (asked = { files, ground: { number: 0 }, questions: new Map() }));
    }
    return asked;
  }

  #look(file: string, texts: Texts | undefined, change: (ground: Ground) => void): void {
    const text = texts?.text(file) ?? '';
    if (texts === undefined) this.#versions.delete(file);
    else this.#versions.set(file, texts.version(file));
    for (const [word, { files, ground, questions }] of this.#asked) {
      const had = files.delete(file);
      const has = text.includes(word);
      if (has) files.add(file);
      if (had !== has) change(ground);
      if (!had && !has) continue;
      for (const question of questions.values()) {
        const before = question.found.size > 0;
        question.found.delete(file);
        if (has && question.test(file)) question.found.add(file);
        if (question.found.size > 0 !== before) change(question.ground);
      }
    }
  }
}

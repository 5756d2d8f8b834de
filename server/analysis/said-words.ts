/** Whether words stand in the sources of a workspace: what nobody followed may be said there. */
import type { Snapshot } from './snapshot.js';

interface Held {
  readonly version: string | undefined;
  readonly words: Map<string, boolean>;
}

export class SaidWords {
  /** What each text was asked for. */
  readonly #texts = new Map<string, Held>();
  /** The answers for the workspace as it is now. */
  #answers = new Map<string, boolean>();
  #snapshot!: Snapshot;
  #counts: (file: string) => boolean = () => true;

  /** Takes the workspace as it is now; `counts`: files whose words count. */
  look(snapshot: Snapshot, counts: (file: string) => boolean): void {
    this.#snapshot = snapshot;
    this.#counts = counts;
    this.#answers = new Map();
  }

  /** Some source holds a name, or all parts of a path: `limits.turns`. */
  isSaid(path: string): boolean {
    const names = path.split('.');
    return this.#ask(path, (text) => names.every((name) => text.includes(name)));
  }

  /** Some source assigns a member of this name. */
  isPut(name: string): boolean {
    const put = new RegExp(`\\.${name} {0,8}=(?!=)`);
    return this.#ask(`.${name} =`, (text) => text.includes(`.${name}`) && put.test(text));
  }

  #ask(word: string, holds: (text: string) => boolean): boolean {
    let answer = this.#answers.get(word);
    if (answer === undefined) {
      answer = this.#snapshot.files.some((file) => this.#holds(file, word, holds));
      this.#answers.set(word, answer);
    }
    return answer;
  }

  #holds(file: string, word: string, holds: (text: string) => boolean): boolean {
    const version = this.#snapshot.version(file);
    let known = this.#texts.get(file);
    if (known === undefined || known.version !== version) this.#texts.set(file, (known = { version, words: new Map() }));
    let answer = known.words.get(word);
    if (answer === undefined) {
      answer = /\.(?:py|ipynb|[cm]?[jt]sx?)$/.test(file) && this.#counts(file) && holds(this.#snapshot.text(file) ?? '');
      known.words.set(word, answer);
    }
    return answer;
  }
}

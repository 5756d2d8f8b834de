/** Whether words stand in the sources of a workspace: what nobody followed may be said there. */
import { Edited } from './edited.js';
import type { Snapshot } from './snapshot.js';

interface Asked {
  readonly holds: (text: string) => boolean;
  /** The files that hold it. */
  readonly files: Set<string>;
}

export class SaidWords {
  /** What was asked, with the answer for the workspace as it is now. */
  readonly #asked = new Map<string, Asked>();
  readonly #edited = new Edited();
  #files: ReadonlySet<string> = new Set();
  #snapshot!: Snapshot;
  #counts: (file: string) => boolean = () => true;

  /** Takes the workspace as it is now; `counts`: files whose words count. */
  look(snapshot: Snapshot, counts: (file: string) => boolean): void {
    this.#snapshot = snapshot;
    this.#counts = counts;
    const edited = this.#edited.since(snapshot, snapshot.files);
    if (edited === undefined) {
      this.#asked.clear();
      this.#files = new Set(snapshot.files);
    } else for (const file of edited) if (this.#files.has(file)) for (const asked of this.#asked.values()) this.#take(file, asked);
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
    let asked = this.#asked.get(word);
    if (asked === undefined) {
      this.#asked.set(word, (asked = { holds, files: new Set() }));
      for (const file of this.#files) this.#take(file, asked);
    }
    return asked.files.size > 0;
  }

  #take(file: string, { holds, files }: Asked): void {
    const isSource = /\.(?:py|ipynb|[cm]?[jt]sx?)$/.test(file);
    if (isSource && this.#counts(file) && holds(this.#snapshot.text(file) ?? '')) files.add(file);
    else files.delete(file);
  }
}

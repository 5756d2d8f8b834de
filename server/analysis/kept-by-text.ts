/** What the text of a file tells by itself, kept as long as that text stays the same. */
import { Edited } from './edited.js';
import type { Snapshot } from './snapshot.js';

interface Kept<T> {
  readonly version: string | undefined;
  readonly fact: T;
}

type Source = Pick<Snapshot, 'version' | 'text' | 'moment' | 'edited'>;

export class KeptByText<T> {
  readonly #read: (text: string, file: string) => T;
  readonly #isSame: (now: T, before: T) => boolean;
  readonly #kept = new Map<string, Kept<T>>();
  readonly #edited = new Edited();

  /**
   * @param read is given an empty text for what has none
   * @param isSame whether a fact says what another one said
   */
  constructor(read: (text: string, file: string) => T, isSame: (now: T, before: T) => boolean = Object.is) {
    this.#read = read;
    this.#isSame = isSame;
  }

  of(file: string, source: Source): T {
    const version = source.version(file);
    let kept = this.#kept.get(file);
    if (kept === undefined || kept.version !== version) {
      const fact = this.#read(source.text(file) ?? '', file);
      this.#kept.set(file, (kept = { version, fact: kept !== undefined && this.#isSame(fact, kept.fact) ? kept.fact : fact }));
    }
    return kept.fact;
  }

  /**
   * Whether a text among these files may tell something else than when this was last asked. At a key only what was edited is looked at.
   * To be asked of a snapshot before the facts of its files are: what was read since is taken for what it told before.
   *
   * @param files the same list, as long as the files are the same
   */
  hasChanged(files: readonly string[], source: Source): boolean {
    const edited = this.#edited.since(source, files);
    if (edited === undefined) return true;
    for (const file of edited) {
      const before = this.#kept.get(file);
      if (before !== undefined && this.of(file, source) !== before.fact) return true;
    }
    return false;
  }

  forget(): void {
    this.#kept.clear();
    this.#edited.forget();
  }
}

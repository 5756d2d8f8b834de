import type { Mentioned } from './ir.js';

/** Names that are in the text already; the set of all is built when somebody asks. */
export abstract class LazyNames implements Mentioned {
  #set: ReadonlySet<string> | undefined;

  /** Every name, repeated or not. */
  protected abstract names(): Iterable<string>;

  abstract hasAny(names: Pick<ReadonlySet<string>, 'has'>): boolean;

  abstract among(names: Pick<ReadonlySet<string>, 'has'>): ReadonlySet<string>;

  get size(): number {
    return this.#all().size;
  }

  has(name: string): boolean {
    return this.#all().has(name);
  }

  forEach(visit: (value: string, again: string, set: ReadonlySet<string>) => void): void {
    for (const name of this.#all()) visit(name, name, this);
  }

  entries(): SetIterator<[string, string]> {
    return this.#all().entries();
  }

  keys(): SetIterator<string> {
    return this.#all().keys();
  }

  values(): SetIterator<string> {
    return this.#all().values();
  }

  [Symbol.iterator](): SetIterator<string> {
    return this.#all().values();
  }

  #all(): ReadonlySet<string> {
    return (this.#set ??= new Set(this.names()));
  }
}

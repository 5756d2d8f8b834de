import type { Mentioned } from './ir.js';

/** The names in several stretches of a file; the set of all is built when somebody asks. */
export class JoinedMentions implements Mentioned {
  readonly #parts: readonly Mentioned[];
  #set: ReadonlySet<string> | undefined;

  constructor(parts: readonly Mentioned[]) {
    this.#parts = parts;
  }

  get size(): number {
    return this.#all().size;
  }

  has(name: string): boolean {
    return this.#parts.some((part) => part.has(name));
  }

  hasAny(names: ReadonlySet<string>): boolean {
    return this.#parts.some((part) => part.hasAny(names));
  }

  among(names: ReadonlySet<string>): ReadonlySet<string> {
    return new Set(this.#parts.flatMap((part) => [...part.among(names)]));
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
    this.#set ??= new Set(this.#parts.flatMap((part) => [...part]));
    return this.#set;
  }
}

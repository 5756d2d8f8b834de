import type { Mentioned } from '../ir.js';

/**
 * The names in a stretch of a file. All functions of a file share one list of names in source order, and a function
 * owns a range of it; the set is built when somebody asks.
 */
export class Mentions implements Mentioned {
  #set: Set<string> | undefined;
  readonly #names: readonly string[];
  readonly #start: number;
  readonly #end: number;

  constructor(names: readonly string[], start: number, end: number) {
    this.#names = names;
    this.#start = start;
    this.#end = end;
  }

  get size(): number {
    return this.#all().size;
  }

  has(name: string): boolean {
    return this.#all().has(name);
  }

  hasAny(names: ReadonlySet<string>): boolean {
    for (let i = this.#start; i < this.#end; i++) if (names.has(this.#names[i]!)) return true;
    return false;
  }

  among(names: ReadonlySet<string>): ReadonlySet<string> {
    const found = new Set<string>();
    for (let i = this.#start; i < this.#end; i++) if (names.has(this.#names[i]!)) found.add(this.#names[i]!);
    return found;
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

  #all(): Set<string> {
    this.#set ??= new Set(this.#names.slice(this.#start, this.#end));
    return this.#set;
  }
}

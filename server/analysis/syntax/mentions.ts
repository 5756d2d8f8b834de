import { LazyNames } from './lazy-names.js';

/**
 * The names in a stretch of a file. All functions of a file share one list of names in source order, and a function
 * owns a range of it; the set is built when somebody asks.
 */
export class Mentions extends LazyNames {
  readonly #names: readonly string[];
  readonly #start: number;
  readonly #end: number;

  constructor(names: readonly string[], start: number, end: number) {
    super();
    this.#names = names;
    this.#start = start;
    this.#end = end;
  }

  override hasAny(names: Pick<ReadonlySet<string>, 'has'>): boolean {
    for (let i = this.#start; i < this.#end; i++) if (names.has(this.#names[i]!)) return true;
    return false;
  }

  override among(names: Pick<ReadonlySet<string>, 'has'>): ReadonlySet<string> {
    let found: Set<string> | undefined;
    for (let i = this.#start; i < this.#end; i++) if (names.has(this.#names[i]!)) (found ??= new Set()).add(this.#names[i]!);
    return found ?? none;
  }

  /** What stands before a part of the same list, and behind it; `undefined` when it is no part. */
  around(part: Mentions): readonly [Mentions, Mentions] | undefined {
    if (part.#names !== this.#names || part.#start < this.#start || part.#end > this.#end) return undefined;
    return [new Mentions(this.#names, this.#start, part.#start), new Mentions(this.#names, part.#end, this.#end)];
  }

  protected override names(): Iterable<string> {
    return this.#names.slice(this.#start, this.#end);
  }
}

const none: ReadonlySet<string> = new Set();

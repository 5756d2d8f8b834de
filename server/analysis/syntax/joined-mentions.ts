import type { Mentioned } from './ir.js';
import { LazyNames } from './lazy-names.js';

/** The names in several stretches of a file; the set of all is built when somebody asks. */
export class JoinedMentions extends LazyNames {
  readonly #parts: readonly Mentioned[];

  constructor(parts: readonly Mentioned[]) {
    super();
    this.#parts = parts;
  }

  override has(name: string): boolean {
    return this.#parts.some((part) => part.has(name));
  }

  override hasAny(names: Pick<ReadonlySet<string>, 'has'>): boolean {
    return this.#parts.some((part) => part.hasAny(names));
  }

  override among(names: Pick<ReadonlySet<string>, 'has'>): ReadonlySet<string> {
    const parts = this.#parts.flatMap((part) => {
      const found = part.among(names);
      return found.size === 0 ? [] : [found];
    });
    return parts.length === 1 ? parts[0]! : new Set(parts.flatMap((part) => [...part]));
  }

  protected override names(): Iterable<string> {
    return this.#parts.flatMap((part) => [...part]);
  }
}

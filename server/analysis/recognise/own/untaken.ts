import type { Definition } from '../definition.js';

type ByFile = ReadonlyMap<string, readonly Definition[]>;

/** Lists of names that have been taken, each as often as it stands in one. */
interface Named {
  readonly names: readonly string[];
}

/** The names that have been taken; the same object, as long as they are the same. */
export type Names = ReadonlyMap<string, number>;

/** Counts names, so that an edit counts only those of what it changed. */
export class Taken {
  #parts: ReadonlySet<Named> = new Set();
  readonly #counts = new Map<string, number>();
  #names: Names = new Map();

  by(parts: readonly Named[]): Names {
    const now = new Set(parts);
    let isSame = true;
    const count = (part: Named, more: number): void => {
      for (const name of part.names) {
        const before = this.#counts.get(name) ?? 0;
        if (before + more === 0) this.#counts.delete(name);
        else this.#counts.set(name, before + more);
        isSame &&= before !== 0 && before + more !== 0;
      }
    };
    // What comes is counted first: a name that another part brings again was never gone.
    for (const part of now) if (!this.#parts.has(part)) count(part, 1);
    for (const part of this.#parts) if (!now.has(part)) count(part, -1);
    this.#parts = now;
    if (!isSame) this.#names = new Map(this.#counts);
    return this.#names;
  }
}

/** Leaves out definitions whose names others have; the same lists, as long as these are the same. */
export class Untaken {
  readonly #known = new WeakMap<readonly Definition[], { readonly dropped: string; readonly list: readonly Definition[] }>();
  readonly #left = new WeakMap<ByFile, { readonly taken: Names; readonly left: ByFile }>();

  of(own: ByFile, taken: Names): ByFile {
    const known = this.#left.get(own);
    if (known?.taken === taken) return known.left;
    const left = new Map<string, readonly Definition[]>();
    for (const [file, list] of own) {
      const kept = list.filter(({ name }) => !taken.has(name));
      if (kept.length > 0) left.set(file, kept.length === list.length ? list : this.#part(list, kept, taken));
    }
    this.#left.set(own, { taken, left });
    return left;
  }

  #part(list: readonly Definition[], kept: readonly Definition[], taken: Names): readonly Definition[] {
    const dropped = list.flatMap(({ name }) => (taken.has(name) ? [name] : [])).join(' ');
    const known = this.#known.get(list);
    if (known?.dropped === dropped) return known.list;
    this.#known.set(list, { dropped, list: kept });
    return kept;
  }
}

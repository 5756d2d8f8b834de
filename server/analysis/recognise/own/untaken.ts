import type { Definition } from '../definition.js';

type ByFile = ReadonlyMap<string, readonly Definition[]>;

/** Leaves out definitions whose names others have; the same lists, as long as these are the same. */
export class Untaken {
  readonly #known = new WeakMap<readonly Definition[], { readonly dropped: string; readonly list: readonly Definition[] }>();

  of(own: ByFile, taken: ReadonlySet<string>): ByFile {
    const left = new Map<string, readonly Definition[]>();
    for (const [file, list] of own) {
      const kept = list.filter(({ name }) => !taken.has(name));
      if (kept.length > 0) left.set(file, kept.length === list.length ? list : this.#part(list, kept, taken));
    }
    return left;
  }

  #part(list: readonly Definition[], kept: readonly Definition[], taken: ReadonlySet<string>): readonly Definition[] {
    const dropped = list.flatMap(({ name }) => (taken.has(name) ? [name] : [])).join(' ');
    const known = this.#known.get(list);
    if (known?.dropped === dropped) return known.list;
    this.#known.set(list, { dropped, list: kept });
    return kept;
  }
}

import type { Place } from '../../../rules/kit/index.js';

/** Things by the place where they begin. Offsets change with every key, so this is made for each run, and must be cheap. */
export class PlaceMap<T> {
  readonly #files = new Map<string, Map<number, T[]>>();

  /** Adds a thing, and answers all that begin there, in the order in which they came. */
  add({ file, span }: Place, item: T): readonly T[] {
    let places = this.#files.get(file);
    if (places === undefined) this.#files.set(file, (places = new Map()));
    const items = places.get(span.start);
    if (items === undefined) {
      const first = [item];
      places.set(span.start, first);
      return first;
    }
    items.push(item);
    return items;
  }

  at({ file, span }: Place): readonly T[] {
    return this.#files.get(file)?.get(span.start) ?? [];
  }
}

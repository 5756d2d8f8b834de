/** Pairs in one list, each key before its value. */
type Pairs = readonly unknown[];

const nothing: Pairs = [];
/** Pairs that are looked through one by one. */
const fewest = 8;

/**
 * A map for what is mostly small: of the tables of an execution, most stay empty or hold one or two pairs, for which a list takes a
 * fraction of the room.
 */
export class Table<K, V> {
  #pairs: Pairs | Map<K, V> = nothing;

  get(key: K): V | undefined {
    const pairs = this.#pairs;
    if (pairs instanceof Map) return pairs.get(key);
    for (let i = 0; i < pairs.length; i += 2) if (pairs[i] === key) return pairs[i + 1] as V;
    return undefined;
  }

  set(key: K, value: V): void {
    const pairs = this.#pairs;
    if (pairs instanceof Map) {
      pairs.set(key, value);
      return;
    }
    for (let i = 0; i < pairs.length; i += 2) {
      if (pairs[i] !== key) continue;
      (pairs as unknown[])[i + 1] = value;
      return;
    }
    // A list that grows by itself leaves room for many more.
    if (pairs.length < 2 * fewest) this.#pairs = pairs.length === 0 ? [key, value] : pairs.concat([key, value]);
    else this.#pairs = new Map(this).set(key, value);
  }

  delete(key: K): void {
    const pairs = this.#pairs;
    if (pairs instanceof Map) pairs.delete(key);
    else for (let i = 0; i < pairs.length; i += 2) if (pairs[i] === key) this.#pairs = pairs.toSpliced(i, 2);
  }

  /** Takes out the pairs of these keys. */
  drop(isGone: (key: K) => boolean): void {
    const pairs = this.#pairs;
    if (pairs instanceof Map) pairs.forEach((_, key) => isGone(key) && pairs.delete(key));
    else for (let i = pairs.length - 2; i >= 0; i -= 2) if (isGone(pairs[i] as K)) this.delete(pairs[i] as K);
  }

  *values(): IterableIterator<V> {
    for (const [, value] of this) yield value;
  }

  *[Symbol.iterator](): IterableIterator<[K, V]> {
    const pairs = this.#pairs;
    if (pairs instanceof Map) yield* pairs;
    else for (let i = 0; i < pairs.length; i += 2) yield [pairs[i] as K, pairs[i + 1] as V];
  }
}

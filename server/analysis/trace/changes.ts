/** When what answers rest on has changed. */
import type { Ground } from './env.js';
import { has, numbersOf, sizeOf, type GroundSet } from './grounds.js';

/** Changes that are remembered one by one; who looks further back looks through all that an answer rests on. */
const most = 1_000;

export class Changes {
  /** The number of the last change. */
  now = 0;
  /** What has changed, in the order of the changes, and the number of each. */
  readonly #grounds: Ground[] = [];
  readonly #numbers: number[] = [];
  /** The last change of each, by its number. */
  readonly #last: number[] = [];
  /** All changes after this one are remembered. */
  #from = 0;

  /** These have changed, at the same time. */
  mark(grounds: readonly Ground[]): void {
    this.now++;
    for (const ground of grounds) {
      if (ground.number > 0) this.#last[ground.number] = this.now;
      this.#grounds.push(ground);
      this.#numbers.push(this.now);
    }
    const more = this.#grounds.length - most;
    if (more <= 0) return;
    this.#from = this.#numbers[more - 1]!;
    this.#grounds.splice(0, more);
    this.#numbers.splice(0, more);
  }

  /** What has changed after a change, some of it twice; `undefined` when that was too much to be remembered. */
  since(change: number): readonly Ground[] | undefined {
    if (change < this.#from) return undefined;
    let start = this.#numbers.length;
    while (start > 0 && this.#numbers[start - 1]! > change) start--;
    return this.#grounds.slice(start);
  }

  /** Whether one of these has changed after a change. Little changes with an edit, and answers rest on much. */
  concern(grounds: GroundSet, change: number): boolean {
    let left = sizeOf(grounds);
    if (change >= this.#from) {
      for (let i = this.#numbers.length - 1; left > 0; i--, left--) {
        if (i < 0 || this.#numbers[i]! <= change) return false;
        if (has(grounds, this.#grounds[i]!)) return true;
      }
    }
    for (const number of numbersOf(grounds)) if (this.changedAt(number) > change) return true;
    return false;
  }

  /** The last change of a ground by its number; 0 when there was none. */
  changedAt(number: number): number {
    return this.#last[number] ?? 0;
  }
}

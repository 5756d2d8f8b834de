/** Which executions are remembered for whom, so that those of code that is gone are not kept. */
import type { Activation, Ground } from './env.js';

interface Kept {
  readonly table: Map<string, Activation>;
  readonly key: string;
  readonly activation: Activation;
}

export class Executions {
  /** How many are remembered. */
  count = 0;
  #round = 1;
  /** Those that were first needed for a part of the text, wherever the function stands. */
  #kept = new WeakMap<Ground, Kept[]>();
  #current: Kept[] = [];
  readonly #stirred = new Set<Ground>();

  /** From here on, something is worked out for a part of the text. */
  begin(ground: Ground): void {
    this.stir(ground);
    const known = this.#kept.get(ground);
    this.#current = known ?? [];
    if (known === undefined) this.#kept.set(ground, this.#current);
  }

  /** A part of the text has changed, or is gone. */
  stir(ground: Ground): void {
    this.#stirred.add(ground);
  }

  add(table: Map<string, Activation>, key: string, activation: Activation): void {
    table.set(key, activation);
    this.use(activation);
    this.#current.push({ table, key, activation });
    this.count++;
  }

  use(activation: Activation): void {
    activation.used = this.#round;
  }

  /** Ends a round: what was remembered for parts that were worked out again, and was not needed for that, is forgotten. */
  end(): void {
    for (const ground of this.#stirred) {
      const kept = this.#kept.get(ground);
      if (kept !== undefined)
        this.#kept.set(
          ground,
          kept.filter((one) => this.#isNeeded(one)),
        );
    }
    this.#stirred.clear();
    this.#round++;
  }

  #isNeeded({ table, key, activation }: Kept): boolean {
    if (activation.used === this.#round) return true;
    if (table.get(key) === activation) table.delete(key);
    this.count--;
    return false;
  }

  forgetAll(): void {
    this.count = 0;
    this.#kept = new WeakMap();
    this.#stirred.clear();
  }
}

/** Which executions are remembered for whom, so that those of code that is gone are not kept. */
import type { Activation, Ground } from './env.js';

interface Kept {
  readonly table: Map<string, Activation>;
  readonly key: string;
  readonly activation: Activation;
}

/** How many are remembered: about ten kilobytes each. What was worked out longest ago is forgotten first, and made again when needed. */
const most = 24_000;

export class Executions {
  /** How many are remembered. */
  count = 0;
  #round = 1;
  /** Those that were first needed for a part of the text, wherever the function stands; the parts in the order of their last look. */
  #kept = new Map<Ground, Kept[]>();
  #current: Kept[] = [];
  readonly #stirred = new Set<Ground>();

  /** From here on, something is worked out for a part of the text. */
  begin(ground: Ground): void {
    this.stir(ground);
    const known = this.#kept.get(ground);
    this.#current = known ?? [];
    this.#kept.delete(ground);
    this.#kept.set(ground, this.#current);
    if (this.count > most) this.#forgetOldest();
  }

  #forgetOldest(): void {
    for (const [ground, list] of this.#kept) {
      if (list === this.#current) continue;
      for (const { table, key, activation } of list) if (table.get(key) === activation) table.delete(key);
      this.count -= list.length;
      this.#kept.delete(ground);
      if (this.count <= most / 2) return;
    }
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
      const kept = this.#kept.get(ground)?.filter((one) => this.#isNeeded(one));
      if (kept === undefined) continue;
      if (kept.length === 0) this.#kept.delete(ground);
      else this.#kept.set(ground, kept);
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
    this.#kept = new Map();
    this.#stirred.clear();
  }
}

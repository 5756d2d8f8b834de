/** Tests of parameters that do nothing but leave the function: they decide about what comes after, if anything does. */
import { Decisions, type Deciding } from './modes.js';
import type { Value } from './value.js';

interface Exit {
  readonly deciding: Deciding;
  /** How much was done when the test was passed. */
  readonly weight: number;
  /** It throws, which leaves the callers as well. */
  readonly throws: boolean;
}

/** How often it was answered and thrown at some moment. */
export interface Mark {
  readonly answers: number;
  readonly thrown: number;
}

export class Exits {
  readonly #exits: Exit[] = [];
  #answers = 0;
  #thrown = 0;

  throws(): void {
    this.#answers++;
    this.#thrown++;
  }

  returns(): void {
    this.#answers++;
  }

  mark(): Mark {
    return { answers: this.#answers, thrown: this.#thrown };
  }

  /** One side of a test was walked on which nothing was done since `mark`. */
  passed(mark: Mark, test: Value, weight: number): void {
    if (this.#answers === mark.answers) return;
    const decisions = new Decisions();
    decisions.test(test);
    if (decisions.all.size > 0) this.#exits.push({ deciding: decisions.all, weight, throws: this.#thrown > mark.thrown });
  }

  /** A function was called that may throw because of these. */
  guarded(deciding: Deciding, weight: number): void {
    this.#exits.push({ deciding, weight, throws: true });
  }

  /** The function ends, with so much done: what was done behind a test rests on it. What may have thrown is left to the callers. */
  settle(weight: number, decisions: Decisions): { readonly guards?: Deciding } {
    const guards = new Decisions();
    for (const exit of this.#exits) {
      if (exit.weight !== weight) decisions.take(exit.deciding);
      else if (exit.throws) guards.take(exit.deciding);
    }
    return guards.all.size === 0 ? {} : { guards: guards.all };
  }
}

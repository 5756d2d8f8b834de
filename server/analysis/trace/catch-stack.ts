/** The clauses around the statement that is walked which catch what fails there. */
import type { Swallow } from '../../../rules/kit/index.js';
import type { CatchExit } from './catches.js';

export class CatchStack {
  readonly #exits: CatchExit[] = [];

  /** Around what a clause catches. */
  within(exit: CatchExit | undefined, run: () => void): void {
    if (exit === undefined) return run();
    this.#exits.push(exit);
    run();
    this.#exits.pop();
  }

  /** The innermost clause that does not pass the failure on decides. */
  get swallow(): Swallow | undefined {
    for (let i = this.#exits.length - 1; i >= 0; i--) {
      const exit = this.#exits[i]!;
      if (exit.kind === 'swallows') return exit.swallow;
      if (exit.kind === 'tells') return undefined;
    }
    return undefined;
  }
}

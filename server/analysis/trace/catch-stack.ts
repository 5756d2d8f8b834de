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
    let inner: Swallow | undefined;
    for (const exit of this.#exits.toReversed()) {
      if (exit.kind === 'tells') return inner;
      if (exit.kind === 'swallows' && inner !== undefined) return { ...inner, again: true };
      if (exit.kind === 'swallows') inner = exit.swallow;
    }
    return inner;
  }
}

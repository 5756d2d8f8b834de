/** What calls and blocks do to all that happens in them: they give up on it in time, or make its writes one. */
import type { CallExpression, UnaryExpression } from '../syntax/ir.js';
import type { LibraryCall } from './access.js';
import { Deadlines } from './deadlines.js';
import type { Outcome } from './direct-effect.js';
import type { Tracer } from './tracer.js';
import type { TracedEffect } from './traced.js';
import { Transactions } from './transactions.js';
import type { ExternalValue } from './value.js';

export class AroundCalls {
  readonly #deadlines: Deadlines;
  readonly #transactions = new Transactions();

  constructor(tracer: Tracer) {
    this.#deadlines = new Deadlines(tracer);
  }

  /** What a call of a library does, with where it could be told when to give up. */
  told(callee: ExternalValue, call: LibraryCall, outcome: Outcome): Outcome {
    return this.#deadlines.told(callee, call, outcome);
  }

  /** What happens in a call. */
  around(call: CallExpression, effects: TracedEffect[], run: () => void): void {
    this.#deadlines.around(call, effects, () => this.#transactions.around(call, effects, run));
  }

  /** A block of Python is entered, or left. */
  block(expression: UnaryExpression, effects: TracedEffect[]): void {
    this.#deadlines.block(expression, effects);
    this.#transactions.block(expression, effects);
  }

  /** The function is over. */
  close(effects: TracedEffect[]): void {
    this.#transactions.close(effects);
  }
}

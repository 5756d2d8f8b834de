/**
 * Functions that were entered and register nothing, which is most of them. Who enters one rests on that alone and not on its text: an
 * edit in it walks the function again, and those around it only when it is not silent any more.
 */
import type { Activation, Ground, Remembered } from '../trace/env.js';
import type { Tracer } from '../trace/tracer.js';
import type { FunctionValue } from '../trace/value.js';
import type { Registrations } from './registered.js';

interface Silence {
  readonly callee: FunctionValue;
  readonly ground: Ground & { changed: number };
  /** With what it rests on itself. */
  answer: Remembered<Registrations>;
}

/** After each edit all of them are looked at. */
const most = 4_000;

export class Silences {
  readonly #tracer: Tracer;
  #known = new Map<Activation, Silence>();

  constructor(tracer: Tracer) {
    this.#tracer = tracer;
  }

  forget(): void {
    this.#known = new Map();
  }

  /** What who entered a function keeps of it. */
  kept(callee: FunctionValue, activation: Activation, answer: Remembered<Registrations>): Remembered<Registrations> {
    if (!isSilent(answer) || (this.#known.size >= most && !this.#known.has(activation))) {
      this.#known.delete(activation);
      return answer;
    }
    const ground = this.#known.get(activation)?.ground ?? { changed: 0 };
    this.#known.set(activation, { callee, ground, answer });
    return { ...answer, grounds: [ground] };
  }

  /** Walks those again whose text has changed; `walk` registers what one of them does now. */
  settle(walk: (callee: FunctionValue, activation: Activation) => Remembered<Registrations>): void {
    for (const [activation, silence] of this.#known) {
      if (this.#tracer.holds(silence.answer)) continue;
      // The places of code that is gone are negative.
      const answer = silence.callee.fn.span.start < 0 ? undefined : walk(silence.callee, activation);
      if (answer !== undefined && isSilent(answer)) silence.answer = answer;
      else {
        this.#known.delete(activation);
        this.#tracer.changed([silence.ground]);
      }
    }
  }
}

/** It was walked to the end, and neither it nor what it calls registers anything or enters another function. */
function isSilent({ value: { drafts, puts, entered }, cut }: Remembered<Registrations>): boolean {
  return cut === undefined && drafts.length === 0 && puts.length === 0 && entered.size === 1;
}

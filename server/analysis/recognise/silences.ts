/**
 * Functions that were entered and register nothing, which is most of them. Who enters one rests on that alone and not on its text: an
 * edit in it walks the function again, and those around it only when it is not silent any more.
 */
import type { Activation, Ground, Remembered } from '../trace/env.js';
import { numbersOf, only } from '../trace/grounds.js';
import type { Tracer } from '../trace/tracer.js';
import type { FunctionValue } from '../trace/value.js';
import type { Registrations } from './registered.js';

interface Silence {
  readonly activation: Activation;
  readonly callee: FunctionValue;
  readonly ground: Ground;
  /** With what it rests on itself. */
  answer: Remembered<Registrations>;
}

/** What they rest on is kept for each of them. */
const most = 4_000;

export class Silences {
  readonly #tracer: Tracer;
  #known = new Map<Activation, Silence>();
  /** By the numbers of what they rest on, or did: that is much less than all that each of them rests on. */
  #restingOn = new Map<number, Set<Silence>>();
  /** The last change that was looked at. */
  #settled = 0;

  constructor(tracer: Tracer) {
    this.#tracer = tracer;
  }

  forget(): void {
    this.#known = new Map();
    this.#restingOn = new Map();
  }

  /** What who entered a function keeps of it. */
  kept(callee: FunctionValue, activation: Activation, answer: Remembered<Registrations>): Remembered<Registrations> {
    const before = this.#known.get(activation);
    if (!isSilent(answer) || (before === undefined && this.#known.size >= most)) {
      this.#known.delete(activation);
      return answer;
    }
    const ground = before?.ground ?? { number: 0 };
    this.#keep({ activation, callee, ground, answer });
    return { ...answer, grounds: only(ground) };
  }

  #keep(silence: Silence): void {
    this.#known.set(silence.activation, silence);
    for (const number of numbersOf(silence.answer.grounds)) {
      const list = this.#restingOn.get(number);
      if (list === undefined) this.#restingOn.set(number, new Set([silence]));
      else list.add(silence);
    }
  }

  /** Walks those again whose text has changed; `walk` registers what one of them does now. */
  settle(walk: (callee: FunctionValue, activation: Activation) => Remembered<Registrations>): void {
    for (const silence of this.#touched()) {
      const { activation, callee, ground } = silence;
      if (this.#known.get(activation) !== silence || this.#tracer.holds(silence.answer)) continue;
      // The places of code that is gone are negative.
      const answer = callee.fn.span.start < 0 ? undefined : walk(callee, activation);
      if (answer !== undefined && isSilent(answer)) this.#keep({ ...silence, answer });
      else {
        this.#known.delete(activation);
        this.#tracer.changed([ground]);
      }
    }
  }

  /** Those that rest on something that has changed since this was last asked. */
  #touched(): ReadonlySet<Silence> {
    const touched = new Set<Silence>();
    const { changes } = this.#tracer;
    for (const number of new Set(changes.since(this.#settled)?.map((ground) => ground.number) ?? this.#restingOn.keys())) {
      const list = this.#restingOn.get(number);
      if (list === undefined || changes.changedAt(number) <= this.#settled) continue;
      for (const silence of list) {
        if (this.#known.get(silence.activation) === silence) touched.add(silence);
        else list.delete(silence);
      }
      if (list.size === 0) this.#restingOn.delete(number);
    }
    this.#settled = changes.now;
    return touched;
  }
}

/** It was walked to the end, and neither it nor what it calls registers anything or enters another function. */
function isSilent({ value: { drafts, puts, entered }, cut }: Remembered<Registrations>): boolean {
  return cut === undefined && drafts.length === 0 && puts.length === 0 && entered.size === 1;
}

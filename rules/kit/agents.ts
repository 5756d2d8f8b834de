/** What runs tools: agents, graphs and requests, how far they may go, and what makes them run a tool again. */
import type { Certainty, Evidence, Located, Place } from './model.js';

/** A number of steps, turns or model calls after which an agent stops. */
export interface StepLimit {
  /** As the framework calls it: `recursionLimit`, `maxSteps`. */
  readonly name: string;
  /** `null`: no limit. Absent: one is given, and its value is not known. */
  readonly value?: number | null;
  /** Where it is given; absent for what holds when nothing is said. */
  readonly place?: Place;
}

/** Something that may run the body of a tool again with the same arguments. */
export interface Rerun {
  /** `toolRetryMiddleware`, `interrupt`. */
  readonly by: string;
  /** As a step of a durable workflow, or because a question to a human was answered; absent after a failure. */
  readonly how?: 'step' | 'asks';
  /** How often at most; `null`: without end. Absent: not known. */
  readonly attempts?: number | null;
  readonly certainty: Certainty;
  readonly because?: Evidence;
}

/** A call that hands tools to a model. */
export interface Agent extends Place {
  readonly framework: string;
  /** The call: `createAgent`, `new Agent`. */
  readonly api: string;
  readonly name?: string;
  readonly limit?: StepLimit;
  /** Its questions to a human reach only the code that runs it, which does not say that it answers them. */
  readonly unheard?: true;
  /** The tool whose own code runs it, asking nobody itself: no human hears its questions. */
  readonly within?: Located<string>;
  /** A tool that it asks a human for, each time. */
  readonly asked?: Located<string>;
}

/** How frameworks say how far an agent goes, what keeps its runs, and what makes it run. */
import type { Access } from './access.js';
import type { Data } from './edits.js';
import type { Confirmation } from './forms.js';
import type { Places } from './framework.js';

/** A number of steps after which a call stops. */
export interface LimitForm {
  readonly name: string;
  readonly at: Access;
  /** What holds when it is not given; `null`: no limit. */
  readonly otherwise?: number | null;
  /** From this number on it ends nothing; without it, from ten thousand. */
  readonly many?: number;
  /** Zero and less stand for no limit. */
  readonly zero?: true;
  /** What else ends it: when something is given there, it is not known after how many steps. */
  readonly instead?: readonly Access[];
  /** Conditions that never stop it, and those that count nothing, so that they may never come. */
  readonly endless?: readonly string[];
  readonly uncounted?: readonly string[];
  /** What a fix puts there; only where the call itself takes it. */
  readonly suggests?: Data;
  /** Up to this major version of the package; the next form holds after it. */
  readonly until?: number;
}

/** What keeps a run, so that it can go on where it was: `checkpointer`, `session`, `db`. */
export interface KeepForm {
  readonly name: string;
  readonly at: Places;
  /** What holds when nothing is given: it is kept as long as the process lives. */
  readonly otherwise?: 'process';
  /** A run that waits for a human can go on only with it. */
  readonly resumes?: true;
}

/** By what a run is found again: without it, what is kept is found by nobody. */
export interface ThreadForm {
  /** As people write it: `configurable.thread_id`. */
  readonly name: string;
  /** What it is a part of: when something else than a known object stands there, nothing is known. */
  readonly within: Access;
  /** Each of these will do. */
  readonly at: readonly Access[];
}

/** Lists of steps before and after which a run stops for a human; the tools run in the step of this name. */
export interface PauseForm {
  readonly before: Access;
  readonly after: Access;
  readonly step: string;
}

/** A method that makes an agent run, or adds something to it: what is said there holds for the agent. */
export interface AgentRun {
  readonly call: string;
  /** Lists of policies that hold for its tools. */
  readonly policies?: readonly Access[];
  /** The agent, where it is not the receiver. */
  readonly agent?: Access;
  readonly limit?: LimitForm;
  /** What keeps the run, where that is said here. */
  readonly keeps?: readonly KeepForm[];
  /** By what a run is found again. */
  readonly thread?: ThreadForm;
  /** It adds this to the graph that it is a method of, under this name. */
  readonly adds?: { readonly part: Places; readonly name: Access };
  readonly gates?: Access;
  readonly confirms?: Confirmation;
  /** An object that says that it is tried again when it failed: how often, and how often when it does not say. */
  readonly retries?: { readonly by: string; readonly at: Access; readonly attempts: Access; readonly otherwise: number };
}

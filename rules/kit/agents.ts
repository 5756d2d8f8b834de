/** What runs tools: agents, graphs and requests, how far they may go, and what makes them run a tool again. */
import type { Data, Slot } from './edits.js';
import type { Certainty, Evidence, Located, Place, Tool } from './model.js';

/** A number of steps, turns or model calls after which an agent stops. */
export interface StepLimit {
  /** As the framework calls it: `recursionLimit`, `maxSteps`. */
  readonly name: string;
  /** `null`: no limit. Absent: one is given, and its value is not known. */
  readonly value?: number | null;
  /** Where it is given; absent for what holds when nothing is said. */
  readonly place?: Place;
  /** It is so large that it ends nothing. */
  readonly many?: true;
  /** Nothing is counted: it ends with something that the model may never do. */
  readonly uncounted?: true;
  /** It depends on the installed version, which is not known. */
  readonly unsure?: true;
  /** Where a fix puts a limit, and which. */
  readonly slot?: Slot;
  readonly suggested?: Data;
}

/** What keeps a run, so that it can go on where it was. */
export interface Keeping {
  /** As the framework calls it: `checkpointer`, `session`. */
  readonly name: string;
  /** `none`: nothing keeps it. `process`: it is gone when the process is. `beyond`: it outlives it. Absent: that could not be told. */
  readonly lasts?: 'none' | 'process' | 'beyond';
  /** A run that waits for a human can go on only with it. */
  readonly resumes?: true;
  /** What was given: `InMemorySaver`. */
  readonly api?: string;
  /** Where it is given. */
  readonly place?: Place;
}

/** What a number of steps comes to when each mostly works, and what is asked of them: chances from 0 to 1. */
export interface StepBudget {
  readonly steps: number;
  /** How likely one step works, and all of them, if none depends on another and none is repaired. */
  readonly step: number;
  readonly all: number;
  /** What all of them are to reach, and what each needs for that. */
  readonly target: number;
  readonly needed: number;
}

/** Where an agent is made to run. */
export interface AgentRunSite extends Place {
  /** The call: `Runner.run`. */
  readonly api: string;
  readonly callee: Place;
  /** By what the run is found again, and whether that is given; absent where that could not be told, or nothing of the kind is needed. */
  readonly thread?: { readonly name: string; readonly given: boolean };
  /** Where a limit can be given that is not, and which a fix puts there. */
  readonly limitSlot?: Slot;
  readonly suggested?: Data;
}

/** What one agent is, joined across files. */
export interface AgentFacts extends Agent {
  readonly language: 'typescript' | 'python';
  /** What is called to make it. */
  readonly callee: Place;
  /** What holds unless it is said where the agent is made to run, which may be in code that was not followed. */
  readonly limitOpen?: true;
  /** The tools that it holds, as far as they could be told. */
  readonly tools: readonly Tool[];
  /** There may be more of them. */
  readonly open: boolean;
  /** Absent: its framework has nothing of the kind, or none that is known here. */
  readonly keeping?: Keeping;
  /** Where it is made, nothing is given that holds its answer against anything. */
  readonly unchecked?: true;
  /** What makes it wait for a human. */
  readonly pauses: readonly Evidence[];
  /** What runs its steps again after a failure. */
  readonly reruns: readonly Rerun[];
  readonly runs: readonly AgentRunSite[];
  /** The agent or graph that it is a part of, which keeps its runs, too. */
  readonly inside?: Place;
  /** A file that says that a platform runs it. */
  readonly platform?: Place;
  /** What makes a server of the program that it belongs to. */
  readonly serves?: Evidence;
  /** An engine that keeps how far its program has come. */
  readonly engine?: Evidence;
  /** What its steps come to, where their number is known. */
  readonly budget?: StepBudget;
  /** In a file that stands for tests, examples or fixtures, or in a notebook. */
  readonly inTests: boolean;
}

/** An endless loop that asks a model for what to do next, and does it. */
export interface OwnLoop extends Place {
  /** Where the model is asked: a call that hands it tools. */
  readonly asks: Evidence;
  readonly inTests: boolean;
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

/** What is known of the results by which releases are judged. */
import type { Agent } from './agents.js';
import type { ObjectSite } from './edits.js';
import type { Place } from './model.js';

/** What a release must reach, as the configuration says it. */
export interface ReleaseGate {
  /** A path of files or folders from the configuration, as it is written. */
  readonly results: string;
  readonly k: number;
  readonly min: number;
  /** The lower end of the interval must reach it. */
  readonly lowerBound: boolean;
  /** The model that these results are to be of. */
  readonly model?: string;
  readonly at: { readonly results: Place; readonly k: Place; readonly min: Place };
}

/** pass^k of results, ready to be shown. */
export interface ShownPass {
  readonly value: string;
  /** Absent for numbers whose trials are not there. */
  readonly interval?: { readonly low: string; readonly high: string };
  /** The same with all that was left out counted as failures, where something was. */
  readonly strict?: string;
}

/** A task that has fewer trials than others, or than a gate takes. */
export interface ShortTask extends Place {
  readonly task: string;
  readonly trials: number;
}

/** Numbers that cannot be right (`certain`), or hardly are. */
export interface WrongNumber extends Place {
  readonly kind: 'outside' | 'beyond' | 'mixed' | 'rising' | 'too low' | 'scale' | 'unlikely';
  readonly domain: string;
  readonly k: number;
  readonly value: string;
  /** What it does not go together with: the number of a smaller k, or a bound. */
  readonly other: string;
  readonly otherK: number;
  readonly certain: boolean;
}

/** Results that are judged together, or why they cannot be; the place is the beginning of their first file. */
export interface JudgedResults extends Place {
  readonly name: string;
  readonly problem?: string;
  /** Numbers for this k are not given for all that they speak of. */
  readonly unstated?: true;
  /** pass^k for the k of the gate, or without a gate for the largest one up to 4; absent where it cannot be told. */
  readonly pass?: ShownPass;
  readonly k: number;
  readonly passed?: boolean;
  /** For the largest k that the trials are enough for, where that is more than one. */
  readonly most?: { readonly k: number; readonly value: string };
  /** Where they are, from the configuration. */
  readonly path?: string;
  readonly tasks: number;
  /** Trials that each task was to have. */
  readonly planned: number;
  /** Tasks with fewer trials that count than the gate takes, and tasks with fewer than planned: the first ones, and how many. */
  readonly tooFew: { readonly first: readonly ShortTask[]; readonly count: number };
  readonly fewer: { readonly first: readonly ShortTask[]; readonly count: number };
  /** The program that made them counts missing trials as failures. */
  readonly countsMissing: boolean;
  readonly left: { readonly notRun: number; readonly missing: number; readonly noReward: number; readonly planned: number };
  readonly contradicting: readonly (Place & { readonly task: string; readonly trial: string })[];
  readonly wrong: readonly WrongNumber[];
  readonly model?: string;
  readonly commit?: string;
  /** Git keeps the file; `null`: not known. */
  readonly tracked: boolean | null;
}

export interface GateFacts extends ReleaseGate {
  readonly judged: readonly JudgedResults[];
}

/** A comparison in code or a command that lets one run decide. */
export interface SingleRunCheck extends Place {
  /** What is compared, as it is written. */
  readonly shown: string;
}

/** What rules about results see. */
export interface ReleaseFacts {
  readonly gates: readonly GateFacts[];
  /** Results that no gate names. */
  readonly ungated: readonly JudgedResults[];
  readonly agents: readonly Agent[];
  /** A command or a workflow gates on pass^k. */
  readonly gatedElsewhere: boolean;
  readonly singleRuns: readonly SingleRunCheck[];
  /** The configuration, where there is one, for a gate to be put in; else the file that would hold it. */
  readonly config: { readonly file: string; readonly root?: ObjectSite };
  /** The commit that the workspace stands at. */
  readonly head?: string;
}

/** What the files under `rules/results` state: how programs that try agents out write down what came of it. */

/**
 * A way in a JSON file from its root: names with `.` between them, `[]` for each item of a list, `*` for each value of an object; the
 * empty way is the root itself.
 */
export type Way = string;

/** A program, or a convention, that writes down what came of each trial. */
export interface ResultFormat {
  readonly id: string;
  readonly title: string;
  readonly reference: string;
  /** Patterns of paths where its files mostly are, as in `.gitignore`. */
  readonly files: readonly string[];
  /** Where trials stand; a file has them in the first of these places that it has. */
  readonly rows: readonly Way[];
  /** Ways from a trial; of several names the first that is there counts. */
  readonly task: readonly Way[] | 'key';
  readonly trial?: readonly Way[];
  readonly reward: readonly Way[];
  /** What must be there as well, or it is something else that looks alike. */
  readonly proof?: readonly Way[];
  /** Every task is tried under the same names, so that one of them which a task lacks is missing. */
  readonly sharedTrials?: true;
  /** It says why a trial ended. */
  readonly ended?: Way;
  /** Endings that say nothing about the agent: the trial never took place. */
  readonly notRun?: readonly string[];
  /** It is there when the trial crashed, which is a failure. */
  readonly error?: Way;
  /**
   * Each file is one repetition of all tasks, and those that only differ in what this finds in their paths belong together. Its
   * first group is the number of the repetition.
   */
  readonly repetition?: RegExp;
  /** Ways from the root to what is said of all trials. */
  readonly about?: {
    readonly trials?: Way;
    readonly commit?: Way;
    readonly model?: Way;
    readonly domain?: Way;
    readonly time?: Way;
    /** Tasks that were to be tried. */
    readonly tasks?: Way;
  };
}

/** A file of numbers that somebody worked out from trials that are not there. */
export interface SummaryFormat {
  readonly id: string;
  readonly title: string;
  readonly reference: string;
  readonly files: readonly string[];
  /** Where rows of numbers stand, one for each domain. */
  readonly rows: Way;
  /** Names of the numbers, from k = 1 on. */
  readonly values: readonly string[];
  /** What stands for certain success. */
  readonly whole: number;
  readonly model?: Way;
  /** Texts by domain that name the number of trials of each task, and what finds it in them. */
  readonly trials?: { readonly at: Way; readonly in: RegExp };
}

export interface ResultKnowledge {
  readonly formats: readonly ResultFormat[];
  readonly summaries: readonly SummaryFormat[];
  /** Names of columns of a table with a header. */
  readonly columns: { readonly task: readonly string[]; readonly trial: readonly string[]; readonly success: readonly string[] };
  /** Words that stand for success and failure. */
  readonly words: { readonly success: readonly string[]; readonly failure: readonly string[] };
}

export function defineResultFormat<const F extends ResultFormat>(format: F): F {
  return format;
}

export function defineSummaryFormat<const F extends SummaryFormat>(format: F): F {
  return format;
}

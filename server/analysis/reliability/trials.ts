/** What came of one trial of one task. */
export interface Trial {
  readonly task: string;
  /** What tells it from other trials of the task; absent where the file does not say. */
  readonly trial?: string;
  readonly outcome: 'success' | 'failure' | 'excluded';
  /**
   * What has to be said of it: it crashed, which is a failure; nobody judged it; its reward lies between failure and success, or
   * outside of both; it never took place.
   */
  readonly note?: 'crashed' | 'no reward' | 'partial reward' | 'odd reward' | 'not run';
  /** Where it begins: a byte, or a unit of a text. */
  readonly at: number;
}

/** All trials of a task. */
export interface TaskTrials {
  readonly task: string;
  readonly successes: number;
  /** Trials that count: successes and failures. */
  readonly trials: number;
  readonly excluded: number;
  /** Where the first one begins. */
  readonly at: number;
}

/** How many trials something has to be said of. */
export interface TrialNotes {
  readonly crashed: number;
  readonly noReward: number;
  readonly partialReward: number;
  readonly oddReward: number;
  readonly notRun: number;
  /** Trials that stand there again, with the same outcome or another one; the worse one counts. */
  readonly repeated: number;
  readonly contradicting: readonly { readonly task: string; readonly trial: string; readonly at: number }[];
  /** Trials that were to be made, as many as of other tasks, and that are not there. */
  readonly missing: number;
  /** Trials in all, whether they count or not. */
  readonly all: number;
}

export interface CollectedTrials {
  /** In the order of the file. */
  readonly tasks: readonly TaskTrials[];
  readonly notes: TrialNotes;
  /** How many trials each task was to have. */
  readonly planned: number;
}

type Kept = 'success' | 'failure' | 'excluded';

interface Task {
  successes: number;
  failures: number;
  excluded: number;
  readonly at: number;
  /** What counts of each trial that has a name. */
  readonly known: Map<string, Kept>;
}

const order: readonly Kept[] = ['success', 'excluded', 'failure'];

/** Joins trials by their tasks. What does not count is counted all the same, and never dropped in silence. */
export class Collector {
  readonly #tasks = new Map<string, Task>();
  /** One text for each name, which all tasks share. */
  readonly #names = new Map<string, string>();
  readonly #notes = { crashed: 0, noReward: 0, partialReward: 0, oddReward: 0, notRun: 0, repeated: 0, all: 0 };
  readonly #contradicting: { readonly task: string; readonly trial: string; readonly at: number }[] = [];

  get isEmpty(): boolean {
    return this.#notes.all === 0;
  }

  add({ task: name, trial: called, outcome, note, at }: Trial): void {
    const task = this.#tasks.get(name) ?? { successes: 0, failures: 0, excluded: 0, at, known: new Map<string, Kept>() };
    this.#tasks.set(name, task);
    this.#notes.all += 1;
    if (note !== undefined) this.#notes[noteNames[note]] += 1;
    if (called !== undefined) {
      const trial = this.#names.get(called) ?? called;
      this.#names.set(trial, trial);
      const before = task.known.get(trial);
      if (before !== undefined) {
        this.#notes.repeated += 1;
        if (before !== outcome) this.#contradicting.push({ task: name, trial, at });
        if (order.indexOf(outcome) <= order.indexOf(before)) return;
        change(task, before, -1);
      }
      task.known.set(trial, outcome);
    }
    change(task, outcome, 1);
  }

  /** A task that was to be tried. */
  expect(task: string, at: number): void {
    if (!this.#tasks.has(task)) this.#tasks.set(task, { successes: 0, failures: 0, excluded: 0, at, known: new Map() });
  }

  /** Takes over what another one collected; trials without a name are known by `name` from now on. */
  absorb(other: Collector, name?: string): void {
    for (const [task, { successes, failures, excluded, at, known }] of other.#tasks) {
      const unnamed = { success: successes, failure: failures, excluded };
      for (const [trial, outcome] of known) {
        unnamed[outcome] -= 1;
        this.add({ task, trial, outcome, at });
      }
      for (const outcome of order) {
        for (let i = 0; i < unnamed[outcome]; i += 1) this.add({ task, outcome, at, ...(name === undefined ? {} : { trial: name }) });
      }
      if (successes + failures + excluded === 0) this.expect(task, at);
    }
    const { crashed, noReward, partialReward, oddReward, notRun, repeated } = other.#notes;
    this.#notes.crashed += crashed;
    this.#notes.noReward += noReward;
    this.#notes.partialReward += partialReward;
    this.#notes.oddReward += oddReward;
    this.#notes.notRun += notRun;
    this.#notes.repeated += repeated;
    this.#notes.all += repeated;
    for (const one of other.#contradicting) this.#contradicting.push(one);
  }

  /** `stated`: how many trials each task was to have, where the file says so; `shared`: all tasks under the same names. */
  collected(stated = 0, shared = false): CollectedTrials {
    const tasks = [...this.#tasks].map(([task, { successes, failures, excluded, at }]): TaskTrials => ({
      task,
      successes,
      trials: successes + failures,
      excluded,
      at,
    }));
    const most = tasks.reduce((most, { trials, excluded }) => Math.max(most, trials + excluded), 0);
    const planned = Math.max(most, stated, shared ? this.#names.size : 0);
    const missing = tasks.reduce((sum, { trials, excluded }) => sum + planned - trials - excluded, 0);
    return { tasks, planned, notes: { ...this.#notes, missing, contradicting: this.#contradicting } };
  }
}

const noteNames = {
  crashed: 'crashed',
  'no reward': 'noReward',
  'partial reward': 'partialReward',
  'odd reward': 'oddReward',
  'not run': 'notRun',
} as const;

function change(task: Task, outcome: Kept, by: number): void {
  if (outcome === 'success') task.successes += by;
  else if (outcome === 'failure') task.failures += by;
  else task.excluded += by;
}

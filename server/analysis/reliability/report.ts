import { compareFractions, numberOf, type Fraction } from './fraction.js';
import { intervals, type Interval } from './interval.js';
import { largestK, passHat } from './pass-k.js';
import type { TrialSet } from './sets.js';

/** pass^k of a set of trials. */
export interface PassRow {
  readonly k: number;
  readonly value: Fraction;
  readonly interval: Interval;
  /** The same with all trials that never ran or are missing counted as failures; absent when there are none. */
  readonly strict?: Fraction;
}

export interface PassReport {
  /** Over the tasks that have a trial which counts. */
  readonly rows: readonly PassRow[];
  /** The others: pass^k of all tasks is not known as long as there are some. */
  readonly untried: readonly string[];
  readonly largest: number;
  /** How many trials each task has: of the tasks with the fewest, the first one. */
  readonly fewest?: { readonly task: string; readonly trials: number; readonly tasks: number };
  readonly always: number;
  readonly never: number;
  /** Trials that count, and that are left out or missing. */
  readonly counted: number;
  readonly left: number;
}

/** Up to here each k has a line of its own. */
const all = 32;
/** Nothing is that reliable. */
const most = 1_024;

const reports = new WeakMap<TrialSet, PassReport>();

/** What there is to say of a set of trials; worked out once. */
export function reportOf(set: TrialSet): PassReport {
  const known = reports.get(set);
  if (known) return known;
  const { tasks, planned } = set;
  const tried = tasks.filter(({ trials }) => trials > 0);
  const largest = largestK(tried);
  const counted = tasks.reduce((sum, { trials }) => sum + trials, 0);
  const left = tasks.reduce((sum, { trials }) => sum + planned - trials, 0);
  const ks = shownKs(largest);
  const bounds = intervals(tried, ks);
  const harsh = left === 0 ? [] : tasks.map(({ successes }) => ({ successes, trials: planned }));
  const report: PassReport = {
    rows: ks.map((k, i) => ({
      k,
      value: passHat(tried, k)!,
      interval: bounds[i]!,
      ...(left === 0 ? {} : { strict: passHat(harsh, k)! }),
    })),
    untried: tasks.flatMap(({ task, trials }) => (trials > 0 ? [] : [task])),
    largest,
    ...(largest < planned ? { fewest: fewestOf(tried, largest) } : {}),
    always: tried.filter(({ successes, trials }) => successes === trials).length,
    never: tried.filter(({ successes }) => successes === 0).length,
    counted,
    left,
  };
  reports.set(set, report);
  return report;
}

/** All of them; of very many those that double, since nobody reads a thousand lines. */
function shownKs(largest: number): readonly number[] {
  const ks = new Set<number>();
  for (let k = 1; k <= Math.min(largest, all); k += 1) ks.add(k);
  for (let k = 2 * all; k < largest && k <= most; k *= 2) ks.add(k);
  if (largest > 0 && largest <= most) ks.add(largest);
  return [...ks];
}

function fewestOf(tasks: TrialSet['tasks'], largest: number): PassReport['fewest'] {
  const few = tasks.filter(({ trials }) => trials === largest);
  const [first] = few;
  return first && { task: first.task, trials: largest, tasks: few.length };
}

/** What is asked of a release. */
export interface Bar {
  readonly k: number;
  readonly min: Fraction;
  /** The lower bound must reach it, not the value. */
  readonly lowerBound: boolean;
}

/** `undefined`: there are not enough trials to tell. */
export type Verdict = { readonly passed: boolean; readonly row: PassRow } | undefined;

/** Does a set reach the bar? The value is compared exactly. */
export function verdictOf(set: TrialSet, { k, min, lowerBound }: Bar): Verdict {
  const row = rowOf(set, k);
  if (row === undefined) return undefined;
  const passed = lowerBound ? row.interval.low >= numberOf(min) : compareFractions(row.value, min) >= 0;
  return { passed, row };
}

/** pass^k of all tasks for one k, also one that has no line in the report. */
export function rowOf(set: TrialSet, k: number): PassRow | undefined {
  const report = reportOf(set);
  if (report.untried.length > 0) return undefined;
  const shown = report.rows.find((row) => row.k === k);
  if (shown !== undefined) return shown;
  const value = passHat(set.tasks, k);
  const [interval] = value === undefined ? [] : intervals(set.tasks, [k]);
  return value && interval && { k, value, interval };
}

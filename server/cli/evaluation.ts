import { compareReleases, type Change, type TaskPair } from '../analysis/reliability/compare.js';
import { inconsistencies, type Inconsistency } from '../analysis/reliability/consistency.js';
import { compareFractions, fractionOf, type Fraction } from '../analysis/reliability/fraction.js';
import { reportOf, verdictOf, type PassReport, type PassRow } from '../analysis/reliability/report.js';
import type { SummaryReading } from '../analysis/reliability/reading.js';
import type { LoadedResults, TrialSet } from '../analysis/reliability/sets.js';
import { relative } from '../workspace/paths.js';
import { printable } from '../analysis/printable.js';
import type { Io } from './io.js';

/** What the command line asks of results. */
export interface Asked {
  readonly k?: number;
  readonly min?: Fraction;
  /** The bound as it was typed. */
  readonly written?: string;
  readonly lowerBound: boolean;
}

export interface EvaluatedTrials {
  readonly name: string;
  readonly files: readonly string[];
  readonly set: TrialSet;
  readonly report: PassReport;
}

export interface EvaluatedSummary {
  readonly name: string;
  readonly set: SummaryReading;
  /** What does not go together, for each row. */
  readonly inconsistent: readonly (readonly Inconsistency[])[];
}

export interface Gate {
  readonly name: string;
  readonly k: number;
  readonly written: string;
  readonly lowerBound: boolean;
  readonly passed: boolean;
  /** Absent for numbers whose trials are not there. */
  readonly row?: PassRow;
  readonly stated?: number;
  readonly domain?: string;
}

/** Two releases, by the tasks that both have. */
export interface Comparison {
  readonly name: string;
  readonly earlier: string;
  readonly tasks: number;
  /** Tasks of one of the two only. */
  readonly onlyBefore: number;
  readonly onlyAfter: number;
  readonly rows: readonly Change[];
  /** Tasks that succeed less often than before, those that fell furthest first. */
  readonly worse: readonly (TaskPair & { readonly task: string })[];
  /** pass^k for the k that was asked for fell, and chance does not explain it. */
  readonly fell: boolean;
}

/** Something that could not be told, ready to be shown. */
export interface Trouble {
  readonly name: string;
  readonly message: string;
  readonly line: string;
  readonly place?: { readonly offset: number; readonly line: number; readonly column: number };
}

export interface Evaluation {
  readonly asked: readonly Asked[];
  readonly trials: readonly EvaluatedTrials[];
  readonly summaries: readonly EvaluatedSummary[];
  readonly gates: readonly Gate[];
  readonly changes: readonly Comparison[];
  readonly problems: readonly Trouble[];
}

/** Chance explains less than this: a change is one. */
export const significance = 0.05;

/** Holds results against what was asked, and against those of an earlier release. */
export function evaluated(
  results: readonly LoadedResults[],
  earlier: readonly LoadedResults[],
  asked: readonly Asked[],
  { cwd }: Pick<Io, 'cwd'>,
): Evaluation {
  const name = ({ name: path }: LoadedResults): string => printable(relative(cwd, path));
  const problems = [...results, ...earlier].flatMap((one) => (one.set.kind === 'problem' ? [troubleOf(name(one), one.set)] : []));
  const trialsIn = (loaded: readonly LoadedResults[]): readonly EvaluatedTrials[] =>
    loaded.flatMap((one) =>
      one.set.kind === 'trials'
        ? [{ name: name(one), files: one.files.map((file) => relative(cwd, file)), set: one.set, report: reportOf(one.set) }]
        : [],
    );
  const trials = trialsIn(results);
  const summaries = results.flatMap((one): readonly EvaluatedSummary[] => {
    if (one.set.kind !== 'summary') return [];
    const { set } = one;
    return [{ name: name(one), set, inconsistent: set.rows.map((row) => inconsistencies(row, set.whole, row.trials)) }];
  });
  const gates = asked.flatMap((bar) => [...trials.map((one) => gateOf(one, bar)), ...summaries.flatMap((one) => gatesOf(one, bar))]);
  const compared = comparisons(trials, trialsIn(earlier), earlier.length > 0, asked[0]?.k);
  return {
    asked,
    trials,
    summaries,
    gates: gates.filter((gate) => gate !== undefined && !('message' in gate)) as readonly Gate[],
    changes: compared.filter((one) => !('message' in one)) as readonly Comparison[],
    problems: [...problems, ...[...gates, ...compared].filter((one) => one !== undefined && 'message' in one)] as readonly Trouble[],
  };
}

/** Several evaluations as one. */
export function together(all: readonly Evaluation[]): Evaluation {
  return {
    asked: all.flatMap(({ asked }) => asked),
    trials: all.flatMap(({ trials }) => trials),
    summaries: all.flatMap(({ summaries }) => summaries),
    gates: all.flatMap(({ gates }) => gates),
    changes: all.flatMap(({ changes }) => changes),
    problems: all.flatMap(({ problems }) => problems),
  };
}

export function troubleOf(name: string, problem: { readonly message: string; readonly place?: Trouble['place'] }): Trouble {
  const { message, place } = problem;
  const where = place === undefined ? name : `${name}:${place.line}:${place.column}`;
  const byte = place === undefined ? '' : ` (byte ${place.offset})`;
  return { name, message, line: `${where}: ${printable(message)}${byte}`, ...(place === undefined ? {} : { place }) };
}

function gateOf({ name, set, report }: EvaluatedTrials, { k, min, written = '', lowerBound }: Asked): Gate | Trouble | undefined {
  if (k === undefined) return undefined;
  const { fewest, largest, untried } = report;
  const [first] = untried;
  if (first !== undefined) {
    const others = untried.length === 1 ? '' : `, as ${untried.length - 1} more`;
    return troubleOf(name, {
      message: `task ${JSON.stringify(first.slice(0, 60))} has no trial that counts${others}, so nobody can tell pass^${k} of all: run it`,
    });
  }
  if (k > largest) {
    const task = fewest?.task ?? set.tasks[0]?.task ?? '';
    return troubleOf(name, {
      message: `pass^${k} takes ${k} trials of each task, and task ${JSON.stringify(task.slice(0, 60))} has ${largest}: make more trials, or ask for a smaller k`,
    });
  }
  if (min === undefined) return undefined;
  const { passed, row } = verdictOf(set, { k, min, lowerBound })!;
  return { name, k, written, lowerBound, passed, row };
}

function gatesOf({ name, set }: EvaluatedSummary, { k, min, written = '', lowerBound }: Asked): readonly (Gate | Trouble)[] {
  if (k === undefined || min === undefined) return [];
  if (lowerBound)
    return [troubleOf(name, { message: 'these are numbers without their trials, so there is no interval: give the results themselves' })];
  return set.rows.map((row) => {
    const stated = row.values[k - 1];
    const named = `${name} (${printable(row.domain)})`;
    if (stated === undefined || stated === null) return troubleOf(named, { message: `pass^${k} is not given` });
    const value = fractionOf(String(stated));
    const scaled = value && { upper: value.upper, lower: value.lower * BigInt(set.whole) };
    return { name, domain: row.domain, k, written, lowerBound, passed: scaled !== undefined && compareFractions(scaled, min) >= 0, stated };
  });
}

function comparisons(
  after: readonly EvaluatedTrials[],
  before: readonly EvaluatedTrials[],
  isAsked: boolean,
  k: number | undefined,
): readonly (Comparison | Trouble)[] {
  if (!isAsked) return [];
  if (after.length !== 1 || before.length !== 1) {
    const [many] = after.length === 1 ? before : after;
    return [
      troubleOf(many?.name ?? '--compare', {
        message: `two sets of trials are compared, one on each side, and there are ${after.length} and ${before.length}`,
      }),
    ];
  }
  const [[now], [then]] = [after as readonly [EvaluatedTrials], before as readonly [EvaluatedTrials]];
  const known = new Map(then.set.tasks.map((task) => [task.task, task]));
  const pairs = now.set.tasks.flatMap((after): Comparison['worse'] => {
    const before = known.get(after.task);
    return before === undefined || before.trials === 0 || after.trials === 0 ? [] : [{ task: after.task, before, after }];
  });
  if (pairs.length === 0) return [troubleOf(now.name, { message: `it has no task in common with ${then.name}` })];
  const rows = now.report.rows.flatMap((row) => compareReleases(pairs, row.k) ?? []);
  if (k !== undefined && !rows.some((row) => row.k === k)) {
    return [
      troubleOf(then.name, { message: `there are fewer than ${k} trials of some task that both have, so pass^${k} cannot be compared` }),
    ];
  }
  const decisive = rows.find((row) => row.k === k);
  return [
    {
      name: now.name,
      earlier: then.name,
      tasks: pairs.length,
      onlyBefore: then.set.tasks.length - pairs.length,
      onlyAfter: now.set.tasks.length - pairs.length,
      rows,
      worse: pairs.filter((pair) => fallOf(pair) > 0).toSorted((a, b) => fallOf(b) - fallOf(a)),
      fell: decisive !== undefined && decisive.difference.upper < 0n && decisive.p < significance,
    },
  ];
}

/** How much less often a task succeeds, of all its trials. */
function fallOf({ before, after }: TaskPair): number {
  const rate = ({ successes, trials }: TaskPair['after']): number => (trials === 0 ? 0 : successes / trials);
  return rate(before) - rate(after);
}

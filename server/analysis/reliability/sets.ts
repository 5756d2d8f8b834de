import { noTrials, type About, type ReadingProblem, type SummaryReading, type TrialReading } from './reading.js';
import { Collector, type CollectedTrials } from './trials.js';

/** Trials that are judged together. */
export interface TrialSet extends CollectedTrials {
  readonly kind: 'trials';
  readonly format: string;
  readonly title: string;
  readonly about: About;
}

/** What a file, or files that belong together, come to. */
export type ResultSet = TrialSet | SummaryReading | ReadingProblem;

/** What stands at a path: results that are judged together, or why there are none. */
export interface LoadedResults {
  /** A file, a folder, or files that belong together with `*` where they differ. */
  readonly name: string;
  readonly files: readonly string[];
  readonly set: ResultSet;
}

/** The trials of a file. */
export function setOf(reading: TrialReading): ResultSet {
  const { kind, format, title, about, trials, stated, sharedTrials } = reading;
  if (trials.isEmpty) return noTrials;
  return { kind, format, title, about, ...trials.collected(stated, sharedTrials) };
}

/** The trials of several files; those that the format does not name have the names that are given here. */
export function joined(
  first: Omit<TrialReading, 'trials'>,
  parts: readonly { readonly reading: TrialReading; readonly name?: string }[],
): ResultSet {
  const trials = new Collector();
  for (const { reading, name } of parts) trials.absorb(reading.trials, name);
  return setOf({ ...first, trials, ...(parts.some(({ name }) => name !== undefined) ? { sharedTrials: true } : {}) });
}

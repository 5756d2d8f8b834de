import type { Collector } from './trials.js';

/** What a file says of all its trials, where it does. */
export interface About {
  readonly commit?: string;
  readonly model?: string;
  readonly domain?: string;
  readonly time?: string;
}

/** Trials of a file. */
export interface TrialReading {
  readonly kind: 'trials';
  readonly format: string;
  readonly title: string;
  readonly about: About;
  readonly trials: Collector;
  /** How many trials each task was to have, where the file says so. */
  readonly stated?: number;
  /** Every task was to be tried under all names that any was tried under. */
  readonly sharedTrials?: true;
}

/** Numbers that somebody worked out; `null`: not given. */
export interface SummaryRow {
  readonly domain: string;
  /** How many trials of each task they are made from, where that is said. */
  readonly trials?: number;
  /** From k = 1 on, as they stand there. */
  readonly values: readonly (number | null)[];
  readonly places: readonly number[];
  readonly at: number;
}

export interface SummaryReading {
  readonly kind: 'summary';
  readonly format: string;
  readonly title: string;
  readonly whole: number;
  readonly rows: readonly SummaryRow[];
  readonly about: About;
}

/** Why a file cannot be read, and where: lines and columns count from 1, columns in bytes. */
export interface ReadingProblem {
  readonly kind: 'problem';
  readonly message: string;
  readonly place?: { readonly offset: number; readonly line: number; readonly column: number };
  /** It is whole, and holds something else: in a folder of results it may stand beside them. */
  readonly isOther?: true;
}

/** Offsets in it are bytes of the file. */
export type Reading = TrialReading | SummaryReading | ReadingProblem;

/** Reads one file, piece by piece. */
export interface ResultReader {
  push(bytes: Uint8Array): void;
  /** What was read; nothing can be pushed afterwards. */
  end(): Reading;
}

/** What a file holds that was expected to hold results. */
export const noTrials: ReadingProblem = {
  kind: 'problem',
  isOther: true,
  message:
    'no trials are in it: it takes results of tau-bench, tau2-bench or HAL, or JSON or CSV with `task`, `trial` and `success` in each row',
};

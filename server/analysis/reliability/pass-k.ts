import { choose, fraction, greatestDivisor, type Fraction } from './fraction.js';

/** Trials of one task that count, and how many of them succeeded. */
export interface Tally {
  readonly successes: number;
  readonly trials: number;
}

/**
 * How likely `k` new trials of a task all succeed: `C(c,k) / C(n,k)`, which is right on average for any true chance, where
 * `(c/n)^k` is too high. `undefined` with fewer than `k` trials.
 */
export function passOfTask({ successes, trials }: Tally, k: number): Fraction | undefined {
  return k < 1 || k > trials ? undefined : fraction(choose(successes, k), choose(trials, k));
}

/** The mean over tasks, each with the same weight; `undefined` when one of them has fewer than `k` trials, or there is none. */
export function passHat(tasks: readonly Tally[], k: number): Fraction | undefined {
  // Tasks of as many trials and successes are one case; there are few cases and may be many tasks.
  const cases = new Map<string, { readonly tally: Tally; count: number }>();
  for (const tally of tasks) {
    const key = `${tally.successes}/${tally.trials}`;
    const known = cases.get(key);
    if (known) known.count += 1;
    else cases.set(key, { tally, count: 1 });
  }
  let [sum, common] = [0n, 1n];
  for (const { tally, count } of cases.values()) {
    const value = passOfTask(tally, k);
    if (value === undefined) return undefined;
    const shared = greatestDivisor(common, value.lower);
    const [times, other] = [value.lower / shared, common / shared];
    sum = sum * times + BigInt(count) * value.upper * other;
    common *= times;
  }
  return tasks.length === 0 ? undefined : fraction(sum, common * BigInt(tasks.length));
}

/** The largest k for which every task has enough trials. */
export function largestK(tasks: readonly Tally[]): number {
  return tasks.length === 0 ? 0 : tasks.reduce((least, { trials }) => Math.min(least, trials), Infinity);
}

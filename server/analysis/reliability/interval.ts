import { numberOf } from './fraction.js';
import { passOfTask, type Tally } from './pass-k.js';
import { randomOf } from './random.js';

/** Between which bounds the true value lies in 95 of 100 cases. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** `resampling`: tasks were drawn again and again; `binomial`: all tasks are alike, which drawing them again does not show. */
  readonly method: 'resampling' | 'binomial';
}

/** Any number serves, as long as it is the same one each time: who runs it again gets the same bounds. */
const seed = 20_260_131;
/** Resamples, and how many values are drawn for them at most. */
const [most, least, budget] = [10_000, 1_000, 40_000_000];

/**
 * Bounds of pass^k for each of these k, by drawing whole tasks, with all of their trials: trials of one task are more alike than those
 * of two. The order of the tasks does not matter.
 */
export function intervals(tasks: readonly Tally[], ks: readonly number[]): readonly Interval[] {
  const sorted = tasks.toSorted((a, b) => a.trials - b.trials || a.successes - b.successes);
  const columns = ks.map((k) => Float64Array.from(sorted, (task) => numberOf(passOfTask(task, k) ?? { upper: 0n, lower: 1n })));
  const drawn = resampled(columns);
  return columns.map((values, i) => ofAlike(values) ?? { ...drawn[i]!, method: 'resampling' });
}

/** When all tasks passed, drawing them again says that none can fail. How many there were says how much that is worth. */
function ofAlike(values: Float64Array): Interval | undefined {
  const [first] = values;
  if ((first !== 0 && first !== 1) || values.some((value) => value !== first)) return undefined;
  const bound = 0.025 ** (1 / values.length);
  return first === 1 ? { low: bound, high: 1, method: 'binomial' } : { low: 0, high: 1 - bound, method: 'binomial' };
}

/** The same for the means of any values, which belong together by their places. */
export function resampled(columns: readonly Float64Array[]): readonly Pick<Interval, 'low' | 'high'>[] {
  const size = columns[0]?.length ?? 0;
  if (size === 0) return columns.map(() => ({ low: 0, high: 1 }));
  const rounds = Math.max(least, Math.min(most, Math.floor(budget / (size * columns.length))));
  const random = randomOf(seed);
  const means = columns.map(() => new Float64Array(rounds));
  const sums = new Float64Array(columns.length);
  for (let round = 0; round < rounds; round += 1) {
    sums.fill(0);
    for (let draw = 0; draw < size; draw += 1) {
      const task = Math.floor(random() * size);
      for (let i = 0; i < columns.length; i += 1) sums[i]! += columns[i]![task]!;
    }
    for (let i = 0; i < columns.length; i += 1) means[i]![round] = sums[i]! / size;
  }
  return means.map((values) => {
    const sorted = values.sort();
    return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
  });
}

function quantile(sorted: Float64Array, part: number): number {
  const at = part * (sorted.length - 1);
  const below = Math.floor(at);
  const [low = 0, high = low] = [sorted[below], sorted[below + 1]];
  return low + (high - low) * (at - below);
}

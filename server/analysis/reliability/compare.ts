import { compareFractions, fraction, greatestDivisor, numberOf, type Fraction } from './fraction.js';
import { resampled } from './interval.js';
import { passHat, passOfTask, type Tally } from './pass-k.js';
import { randomOf } from './random.js';

/** A task with its trials in both releases. */
export interface TaskPair {
  readonly before: Tally;
  readonly after: Tally;
}

export interface Change {
  readonly k: number;
  readonly before: Fraction;
  readonly after: Fraction;
  /** After minus before, and between which bounds it truly lies in 95 of 100 cases. */
  readonly difference: Fraction;
  readonly interval: { readonly low: number; readonly high: number };
  readonly better: number;
  readonly worse: number;
  readonly same: number;
  /** How often chance alone makes a difference as large as this, in either direction. */
  readonly p: number;
  /** All ways were counted; otherwise many were tried. */
  readonly exact: boolean;
}

/** Steps that counting all ways may take, and tries that stand in for it. */
const [affordable, tries, seed] = [40_000_000, 100_000, 20_260_131];

/**
 * Compares two releases task by task. If the release made no difference, each task's difference would have had the opposite sign just as
 * well; so the signs are turned in all ways, and it is counted how often the sum is as far from zero. `undefined`: a task has fewer
 * than `k` trials in one of the two.
 */
export function compareReleases(pairs: readonly TaskPair[], k: number): Change | undefined {
  const before = passHat(
    pairs.map((pair) => pair.before),
    k,
  );
  const after = passHat(
    pairs.map((pair) => pair.after),
    k,
  );
  if (before === undefined || after === undefined) return undefined;
  // Sorted, so that the order of the tasks changes nothing.
  const differences = pairs.map((pair) => minus(passOfTask(pair.after, k)!, passOfTask(pair.before, k)!)).toSorted(compareFractions);
  const better = differences.filter(({ upper }) => upper > 0n).length;
  const worse = differences.filter(({ upper }) => upper < 0n).length;
  const [interval] = resampled([Float64Array.from(differences, numberOf)]);
  return {
    k,
    before,
    after,
    difference: minus(after, before),
    interval: interval!,
    better,
    worse,
    same: differences.length - better - worse,
    ...chance(differences.filter(({ upper }) => upper !== 0n)),
  };
}

function minus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.upper * b.lower - b.upper * a.lower, a.lower * b.lower);
}

function chance(differences: readonly Fraction[]): Pick<Change, 'p' | 'exact'> {
  if (differences.length === 0) return { p: 1, exact: true };
  const common = differences.reduce((common, { lower }) => (common / greatestDivisor(common, lower)) * lower, 1n);
  const whole = differences.map(({ upper, lower }) => upper * (common / lower));
  const shared = whole.reduce((shared, value) => greatestDivisor(shared, value), 0n);
  const sizes = whole.map((value) => Number((value < 0n ? -value : value) / shared));
  const seen = Math.abs(Number(whole.reduce((sum, value) => sum + value, 0n) / shared));
  const span = sizes.reduce((sum, size) => sum + size, 0);
  return span * sizes.length <= affordable ? counted(sizes, seen, span) : tried(sizes, seen);
}

/** Adds one task after the other to the distribution of the sum, which has few values. */
function counted(sizes: readonly number[], seen: number, span: number): Pick<Change, 'p' | 'exact'> {
  let chances = new Float64Array(2 * span + 1);
  chances[span] = 1;
  let reach = 0;
  for (const size of sizes) {
    const next = new Float64Array(2 * span + 1);
    for (let at = span - reach; at <= span + reach; at += 1) {
      const half = chances[at]! / 2;
      if (half === 0) continue;
      next[at - size]! += half;
      next[at + size]! += half;
    }
    reach += size;
    chances = next;
  }
  let p = 0;
  for (let at = 0; at < chances.length; at += 1) if (Math.abs(at - span) >= seen) p += chances[at]!;
  return { p: Math.min(1, p), exact: true };
}

function tried(sizes: readonly number[], seen: number): Pick<Change, 'p' | 'exact'> {
  const random = randomOf(seed);
  const rounds = Math.max(2_000, Math.min(tries, Math.floor(affordable / sizes.length)));
  // What was seen is one of the ways.
  let as = 1;
  for (let round = 0; round < rounds; round += 1) {
    let sum = 0;
    for (const size of sizes) sum += random() < 0.5 ? size : -size;
    if (Math.abs(sum) >= seen * (1 - 1e-12)) as += 1;
  }
  return { p: as / (rounds + 1), exact: false };
}

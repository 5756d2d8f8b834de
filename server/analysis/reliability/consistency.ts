import type { SummaryRow } from './reading.js';

/** Why numbers of pass^k cannot be right, or are not likely to be. The place is that of the number for `k`. */
export interface Inconsistency {
  readonly kind: 'outside' | 'beyond' | 'mixed' | 'rising' | 'too low' | 'scale' | 'unlikely';
  readonly k: number;
  /** What it does not go together with: the number of a smaller k, a bound, or how many trials there were. */
  readonly value: number;
  readonly other?: number;
  readonly otherK?: number;
}

/**
 * What any numbers of pass^k must satisfy, whatever was tried: they lie between failure and certain success, and do not rise with k, so
 * none is above pass^1. With a known number of trials, they also cannot be below a line, since C(c,k)/C(n,k) is convex in c. That
 * pass^k is at least pass^1 to the power of k holds for true chances only, but real results are never far from it.
 */
export function inconsistencies({ values }: Pick<SummaryRow, 'values'>, whole: number, trials?: number): readonly Inconsistency[] {
  const found: Inconsistency[] = [];
  const given = values.flatMap((value, i) => (value === null ? [] : [{ k: i + 1, value }]));
  for (const { k, value } of given) if (!(value >= 0 && value <= whole)) found.push({ kind: 'outside', k, value });
  // Nobody can tell how often more trials than there were all succeed.
  for (const { k, value } of given) if (trials !== undefined && k > trials) found.push({ kind: 'beyond', k, value, other: trials });
  if (found.length > 0) return found;
  const mixed = mixedScales(given, whole);
  if (mixed !== undefined) return [mixed];
  for (const [i, { k, value }] of given.entries()) {
    const before = given[i - 1];
    if (before !== undefined && value > before.value + rounding(whole))
      found.push({ kind: 'rising', k, value, other: before.value, otherK: before.k });
  }
  const first = given[0]?.k === 1 ? given[0].value : undefined;
  if (found.length > 0 || first === undefined) return found;
  for (const { k, value } of given.slice(1)) {
    const least = trials === undefined || k > trials ? 0 : leastOf(first / whole, k, trials) * whole;
    const likely = (first / whole) ** k * whole;
    if (value < least - rounding(whole)) found.push({ kind: 'too low', k, value, other: least });
    else if (value < likely - rounding(whole)) found.push({ kind: 'unlikely', k, value, other: likely });
  }
  return found;
}

/** Numbers are written with one digit behind the point of a percentage, or with three of a fraction. */
function rounding(whole: number): number {
  return whole * 0.0011;
}

/** Some are written as parts of 1 and others as percentages: no row falls from above 1 % to below it by so much. */
function mixedScales(given: readonly { readonly k: number; readonly value: number }[], whole: number): Inconsistency | undefined {
  if (whole === 1) return undefined;
  const fractions = given.filter(({ value }) => value > 0 && value <= 1);
  const [small] = fractions;
  const large = given.find(({ value }) => value > 1);
  if (small === undefined) return undefined;
  if (large === undefined) return given.length > 1 && fractions.length === given.length ? { kind: 'scale', ...small } : undefined;
  // A percentage may well fall below 1, but not from one k to the next, from far above.
  const before = given.find(({ k }) => k === small.k - 1) ?? given.find(({ k }) => k === small.k + 1);
  return before !== undefined && before.value > 20 ? { kind: 'mixed', ...small, other: before.value, otherK: before.k } : undefined;
}

/** The least that pass^k can be when pass^1 is known, over `n` trials of each task: all tasks succeed equally often. */
function leastOf(first: number, k: number, n: number): number {
  const successes = first * n;
  const below = Math.floor(successes + 1e-9);
  const at = (c: number): number => {
    let value = 1;
    for (let i = 0; i < k; i += 1) value *= Math.max(0, c - i) / (n - i);
    return value;
  };
  return at(below) + (at(below + 1) - at(below)) * (successes - below);
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareReleases } from '../../server/analysis/reliability/compare.js';
import { inconsistencies } from '../../server/analysis/reliability/consistency.js';
import { choose, compareFractions, decimalOf, fraction, fractionOf, numberOf } from '../../server/analysis/reliability/fraction.js';
import { intervals } from '../../server/analysis/reliability/interval.js';
import { largestK, passHat, type Tally } from '../../server/analysis/reliability/pass-k.js';

/** Tasks with so many successes of so many trials. */
const histogram = (counts: readonly number[], trials: number): readonly Tally[] =>
  counts.flatMap((tasks, successes) => Array.from({ length: tasks }, () => ({ successes, trials })));

/** What gpt-4o did in the airline domain of tau-bench: tasks with 0 to 4 successes of 4. */
const airline = histogram([14, 12, 10, 4, 10], 4);

const tally = fc
  .record({ trials: fc.integer({ min: 1, max: 12 }), part: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ trials, part }): Tally => ({ trials, successes: Math.round(part * trials) }));
const tallies = fc.array(tally, { minLength: 1, maxLength: 30 });

describe('the estimator', () => {
  test('gives the fractions that were published, exactly', () => {
    const values = [1, 2, 3, 4].map((k) => passHat(airline, k)!);
    expect(values.map(({ upper, lower }) => `${upper}/${lower}`)).toEqual(['84/200', '82/300', '44/200', '10/50']);
    expect(values.map((value) => decimalOf(value, 3))).toEqual(['0.420', '0.273', '0.220', '0.200']);
    expect(passHat(airline, 5)).toBeUndefined();
  });

  test('is no plug-in and no pass@k', () => {
    // Two of four: one of six pairs, and neither a quarter nor five of six.
    expect(passHat([{ successes: 2, trials: 4 }], 2)).toEqual(fraction(1, 6));
  });

  test('never rises with k, and stays between 0 and 1', () => {
    fc.assert(
      fc.property(tallies, (tasks) => {
        const values = Array.from({ length: largestK(tasks) }, (_, i) => passHat(tasks, i + 1)!);
        for (const [i, value] of values.entries()) {
          expect(compareFractions(value, fraction(0))).toBeGreaterThanOrEqual(0);
          expect(compareFractions(value, values[i - 1] ?? fraction(1))).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  test('is the mean that all choices of k trials would have', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 255 }), (n, k, bits) => {
        const outcomes = Array.from({ length: n }, (_, i) => (bits >> i) & 1);
        const chosen = Array.from({ length: 2 ** n }, (_, mask) => outcomes.filter((_, i) => (mask >> i) & 1)).filter(
          (some) => some.length === k,
        );
        const successes = outcomes.filter((one) => one === 1).length;
        const expected = chosen.length === 0 ? undefined : fraction(chosen.filter((some) => !some.includes(0)).length, chosen.length);
        const found = passHat([{ successes, trials: n }], k);
        expect(found === undefined ? found : compareFractions(found, expected!)).toBe(expected === undefined ? undefined : 0);
      }),
    );
  });

  test('does not mind the order of tasks', () => {
    fc.assert(
      fc.property(
        tallies.chain((tasks) => fc.tuple(fc.constant(tasks), fc.shuffledSubarray([...tasks], { minLength: tasks.length }))),
        ([tasks, shuffled]) => {
          const k = largestK(tasks);
          expect(passHat(shuffled, k)).toEqual(passHat(tasks, k));
          expect(intervals(shuffled, [k])).toEqual(intervals(tasks, [k]));
        },
      ),
      { numRuns: 15 },
    );
  });

  test('chooses exactly, also beyond what a number of the language holds', () => {
    expect(choose(64, 32)).toBe(1_832_624_140_942_590_534n);
    expect(choose(300, 2)).toBe(44_850n);
    expect(choose(3, 4)).toBe(0n);
  });
});

describe('fractions', () => {
  test('are read as they are written', () => {
    expect(['0.6', '.5', '60', '1e-3', '-0.25'].map((text) => numberOf(fractionOf(text)!))).toEqual([0.6, 0.5, 60, 0.001, -0.25]);
    expect(['', 'x', '0,6', '1/2'].map(fractionOf)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('are rounded as people do', () => {
    expect([fraction(1, 2000), fraction(2, 3), fraction(-1, 8), fraction(5)].map((value) => decimalOf(value, 3))).toEqual([
      '0.001',
      '0.667',
      '-0.125',
      '5.000',
    ]);
  });
});

describe('the interval', () => {
  test('is the one that was published, to a hundredth', () => {
    const found = intervals(airline, [1, 2, 3, 4]);
    const expected = [
      [0.32, 0.52],
      [0.173, 0.387],
      [0.115, 0.33],
      [0.1, 0.32],
    ] as const;
    for (const [i, [low, high]] of expected.entries()) {
      expect(Math.abs(found[i]!.low - low)).toBeLessThan(0.01);
      expect(Math.abs(found[i]!.high - high)).toBeLessThan(0.01);
    }
    expect(intervals(airline, [1, 2, 3, 4])).toEqual(found);
  });

  test('of tasks that are all alike says how few they are', () => {
    const [some] = intervals(histogram([0, 0, 0, 0, 5], 4), [4]);
    const [many] = intervals(histogram([0, 0, 0, 0, 200], 4), [4]);
    expect(some).toMatchObject({ high: 1, method: 'binomial' });
    expect(some!.low).toBeCloseTo(0.478, 3);
    expect(many!.low).toBeGreaterThan(0.98);
  });
});

describe('two releases', () => {
  const pair = (before: number, after: number) => ({ before: { successes: before, trials: 4 }, after: { successes: after, trials: 4 } });

  test('that are the same differ by nothing', () => {
    expect(compareReleases([pair(2, 2), pair(4, 4)], 4)).toMatchObject({ p: 1, better: 0, worse: 0, same: 2 });
  });

  test('are told apart by the signs of their tasks, counted exactly', () => {
    // Five tasks that all got worse by as much: two of 32 ways are as extreme.
    const change = compareReleases(
      Array.from({ length: 5 }, () => pair(4, 0)),
      1,
    )!;
    expect(change).toMatchObject({ p: 2 / 32, worse: 5, exact: true });
    expect(numberOf(change.difference)).toBe(-1);
    expect(compareReleases([pair(4, 0), pair(0, 4)], 1)).toMatchObject({ p: 1 });
  });

  test('give the same chance in either direction and any order', () => {
    const pairs = fc.array(
      fc
        .record({ before: fc.integer({ min: 0, max: 4 }), after: fc.integer({ min: 0, max: 4 }) })
        .map(({ before, after }) => pair(before, after)),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(pairs, fc.integer({ min: 1, max: 4 }), (all, k) => {
        const there = compareReleases(all, k)!;
        const back = compareReleases(all.map(({ before, after }) => ({ before: after, after: before })).reverse(), k)!;
        expect(back.p).toBeCloseTo(there.p, 12);
        expect(there.p).toBeGreaterThan(0);
        expect(there.p).toBeLessThanOrEqual(1);
        expect([back.better, back.worse]).toEqual([there.worse, there.better]);
      }),
      { numRuns: 40 },
    );
  });

  test('with tasks of too few trials are not compared', () => {
    expect(compareReleases([{ before: { successes: 1, trials: 2 }, after: { successes: 1, trials: 4 } }], 3)).toBeUndefined();
  });
});

describe('numbers that somebody typed', () => {
  const kinds = (values: readonly (number | null)[], whole = 100, trials?: number): readonly string[] =>
    inconsistencies({ values }, whole, trials).map(({ kind, k }) => `${kind} ${k}`);

  test.each([
    ['of a leaderboard', [78.5, 72.1, 67.8, 64.2], []],
    ['with gaps', [61.2, null, null, null], []],
    ['as rounding leaves them', [50, 33.4, 33.45, 33.5], []],
    ['that rise', [61.2, 55.8, 57.9, 47.9], ['rising 3']],
    ['above certain success', [120, 90, null, null], ['outside 1']],
    ['below failure', [50, -1, null, null], ['outside 2']],
    ['of two scales', [61.2, 0.558, null, null], ['mixed 2']],
    ['that fall to nearly nothing', [9.1, 2.2, 0.9, 0.5], []],
    ['of another scale', [0.612, 0.558, 0.514, 0.479], ['scale 1']],
    ['below what independence gives', [60, 20, null, null], ['unlikely 2']],
  ] as const)('%s', (_title, values, expected) => {
    expect(kinds(values)).toEqual(expected);
  });

  test('cannot be of more trials than there were', () => {
    expect(kinds([90, 80, 70, null], 100, 2)).toEqual(['beyond 3']);
  });

  test('cannot lie below the line that the number of trials draws', () => {
    expect(kinds([90, 70, 60, 40], 100, 4)).toEqual(['too low 2', 'too low 3', 'too low 4']);
    expect(kinds([90, 80, 70, 60.1], 100, 4)).toEqual(['unlikely 2', 'unlikely 3', 'unlikely 4']);
  });

  test('that are worked out from trials are never said to be wrong', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 8 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }),
        (n, parts) => {
          const tasks = parts.map((part): Tally => ({ trials: n, successes: Math.round(part * n) }));
          const values = Array.from({ length: n }, (_, i) => Number(decimalOf(passHat(tasks, i + 1)!, 3)));
          expect(inconsistencies({ values }, 1, n).filter(({ kind }) => kind !== 'unlikely')).toEqual([]);
        },
      ),
    );
  });
});

import { expect, test } from 'vitest';
import type { Finding } from '../../../server/analysis/finding.js';
import type { Offer } from '../../harness/verify.js';
import { batchesOf, sift } from './batches.js';

function offer(tool: string | undefined, start: number, more: Partial<Finding> = {}): Offer {
  const place = { file: '/a.ts', span: { start, end: start + 1 } };
  const finding: Finding = {
    ruleId: 'permission/missing-tier',
    severity: 'warning',
    certainty: 'certain',
    message: '',
    place,
    tool,
    evidence: [],
    fixes: [],
    fingerprint: '',
    ...more,
  };
  return { finding, fix: { title: 'Fix', grade: 'exact', edits: [{ ...place, text: '' }] } };
}

function sizes(...offers: readonly Offer[]): readonly number[] {
  return batchesOf(offers, 3).map(({ length }) => length);
}

test('fixes of other tools, findings and severities, and edits that do not touch, are tried together', () => {
  expect(sizes(offer('one', 0), offer('two', 2), offer('three', 4), offer('four', 6))).toEqual([3, 1]);
  expect(sizes(offer('one', 0), offer('one', 2))).toEqual([1, 1]);
  expect(sizes(offer('one', 0), offer('two', 1))).toEqual([1, 1]);
  expect(sizes(offer('one', 0), offer('two', 2, { severity: 'error' }))).toEqual([1, 1]);
  const { finding, fix } = offer('one', 0);
  expect(
    sizes(
      { finding, fix },
      { ...offer('two', 2), fix },
      { ...offer('three', 4), fix: { ...fix, edits: [{ ...fix.edits[0]!, text: '1' }] } },
    ),
  ).toEqual([2, 1]);
  expect(sizes({ finding, fix }, { finding, fix: { ...fix, grade: 'auto', edits: [] } })).toEqual([1, 1]);
});

test('what is about no tool has its file to itself', () => {
  expect(sizes(offer(undefined, 0), offer('one', 2))).toEqual([1, 1]);
  expect(sizes(offer('one', 2), offer(undefined, 0))).toEqual([1, 1]);
  const elsewhere = { file: '/b.ts', span: { start: 0, end: 1 } };
  const other = offer(undefined, 0, { place: elsewhere });
  expect(sizes(offer('one', 2), { ...other, fix: { ...other.fix, edits: [{ ...elsewhere, text: '' }] } })).toEqual([2]);
});

test('those that do not hold alone are found among many', async () => {
  const all = Array.from({ length: 64 }, (_, i) => i);
  for (const bad of [[], [0], [63], [5, 6, 40], all]) {
    let asked = 0;
    const guilty = await sift(all, async (some) => {
      asked++;
      return some.filter((one) => bad.includes(one)).map((one) => ({ what: String(one), by: [] }));
    });
    expect([...guilty.keys()].toSorted((a, b) => a - b)).toEqual(bad);
    expect(asked).toBeLessThanOrEqual(1 + bad.length * 12);
  }
});

test('who may be to blame is asked first', async () => {
  const asked: (readonly number[])[] = [];
  const guilty = await sift([1, 2, 3, 4], async (some) => {
    asked.push(some);
    return some.includes(3) ? [{ what: 'broken', by: [3] }] : [];
  });
  expect(guilty).toEqual(new Map([[3, ['broken']]]));
  expect(asked).toEqual([[1, 2, 3, 4], [1, 2, 4], [3]]);
});

test('what holds of each and not of all is of nobody', async () => {
  expect(await sift([1, 2], async (some) => (some.length > 1 ? [{ what: 'broken', by: [] }] : []))).toEqual(new Map());
});

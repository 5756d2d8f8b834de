/** What answers rest on, and when it has changed. */
import { expect, test } from 'vitest';
import { Changes } from '../../server/analysis/trace/changes.js';
import type { Ground } from '../../server/analysis/trace/env.js';

const ground = (): Ground => ({ changed: 0 });

test('answers are concerned by what has changed since they were given', () => {
  const changes = new Changes();
  const [a, b, c] = [ground(), ground(), ground()];
  changes.mark([a, b]);
  changes.mark([c]);
  changes.mark([a]);
  expect([a.changed, b.changed, c.changed, changes.now]).toEqual([3, 1, 2, 3]);
  for (const some of [[a, b], new Set([a, b])]) {
    expect([0, 1, 2].map((change) => changes.concern(some, change))).toEqual([true, true, true]);
    expect(changes.concern(some, 3)).toBe(false);
  }
  expect([0, 1, 2].map((change) => changes.concern([b], change))).toEqual([true, false, false]);
  expect([0, 1, 2].map((change) => changes.concern(new Set([c, ground()]), change))).toEqual([true, true, false]);
  expect(changes.since(1)).toEqual([c, a]);
  expect(changes.since(3)).toEqual([]);
});

test('what changed too long ago to be remembered still counts', () => {
  const changes = new Changes();
  const [early, late] = [ground(), ground()];
  const never = Array.from({ length: 3_000 }, ground);
  changes.mark([early]);
  for (let i = 0; i < 3_000; i++) changes.mark([late]);
  expect(changes.since(0)).toBeUndefined();
  expect(changes.since(2_990)).toHaveLength(11);
  for (const some of [[early], new Set([early, ...never])]) {
    expect(changes.concern(some, 0)).toBe(true);
    expect(changes.concern(some, 1)).toBe(false);
  }
  expect(changes.concern(new Set([late, ...never]), 1)).toBe(true);
  expect(changes.concern(new Set(never), 0)).toBe(false);
});

/** What answers rest on, and when it has changed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Changes } from '../../server/analysis/trace/changes.js';
import type { Ground } from '../../server/analysis/trace/env.js';
import { Grounds, has, joined, numbersOf, only, type GroundSet } from '../../server/analysis/trace/grounds.js';

const ground = (): Ground => ({ number: 0 });
const setOf = (...grounds: readonly Ground[]): GroundSet => grounds.map(only).reduce(joined);

test('answers are concerned by what has changed since they were given', () => {
  const changes = new Changes();
  const [a, b, c] = [ground(), ground(), ground()];
  const both = setOf(a, b);
  const third = setOf(c, ground());
  changes.mark([a, b]);
  changes.mark([c]);
  changes.mark([a]);
  expect([a, b, c].map(({ number }) => changes.changedAt(number))).toEqual([3, 1, 2]);
  expect([0, 1, 2, 3].map((change) => changes.concern(both, change))).toEqual([true, true, true, false]);
  expect([0, 1, 2].map((change) => changes.concern(only(b), change))).toEqual([true, false, false]);
  expect([0, 1, 2].map((change) => changes.concern(third, change))).toEqual([true, true, false]);
  expect(changes.since(1)).toEqual([c, a]);
  expect(changes.since(3)).toEqual([]);
});

test('what changed too long ago to be remembered still counts', () => {
  const changes = new Changes();
  const [early, late] = [ground(), ground()];
  const never = setOf(...Array.from({ length: 3_000 }, ground));
  const sets = [only(early), joined(only(early), never)];
  const recent = joined(only(late), never);
  changes.mark([early]);
  for (let i = 0; i < 3_000; i++) changes.mark([late]);
  expect(changes.since(0)).toBeUndefined();
  expect(changes.since(2_990)).toHaveLength(11);
  for (const some of sets) {
    expect(changes.concern(some, 0)).toBe(true);
    expect(changes.concern(some, 1)).toBe(false);
  }
  expect(changes.concern(recent, 1)).toBe(true);
  expect(changes.concern(never, 0)).toBe(false);
});

test('sets of grounds are those of their members, and the same members are one set', () => {
  const all = Array.from({ length: 200 }, ground);
  for (const one of all) only(one);
  const members = fc.array(fc.array(fc.nat(199), { maxLength: 40 }), { maxLength: 6 });
  fc.assert(
    fc.property(members, (lists) => {
      const wanted = [...new Set(lists.flat())].sort((a, b) => a - b);
      const collected = new Grounds();
      const sets = lists.map((list) => collected.of(() => list.forEach((i) => collected.add(all[i]!))));
      // Sets of others, single grounds and both, in the order in which they come.
      const together = collected.of(() => {
        for (const [i, set] of sets.entries()) {
          if (i % 3 !== 2) collected.addAll(set);
          if (i % 3 !== 0) lists[i]!.forEach((index) => collected.add(all[index]!));
        }
      });
      expect([...numbersOf(together)]).toEqual(wanted.map((i) => all[i]!.number));
      for (const [i, one] of all.entries()) expect(has(together, one)).toBe(wanted.includes(i));
      expect(has(together, ground())).toBe(false);
      for (const [i, set] of sets.entries())
        expect([...numbersOf(set)]).toEqual([...new Set(lists[i])].sort((a, b) => a - b).map((index) => all[index]!.number));
      if (sets.length > 0) expect([...numbersOf(sets.reduce(joined))]).toEqual(wanted.map((i) => all[i]!.number));
      expect(collected.of(() => wanted.forEach((i) => collected.add(all[i]!)))).toBe(together);
    }),
  );
});

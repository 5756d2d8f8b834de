/** A type tells what a value leaves open, in lists as well. */
import { expect, test } from 'vitest';
import { leavesOpen, toldByType } from '../../server/analysis/trace/told-by-type.js';
import { array, constant, derived, union, unknown, type Value } from '../../server/analysis/trace/value.js';

const record = derived('record', []);
const rows = array([], record);
const told = (value: Value) => toldByType(value, rows);

test('what is not known at all', () => {
  expect(leavesOpen(unknown('somewhere'))).toBe(true);
  expect(told(unknown('somewhere'))).toBe(rows);
});

test('an item that may be known or not', () => {
  const mixed = array([constant('a'), union([constant('b'), unknown('somewhere')])]);
  expect(leavesOpen(mixed)).toBe(true);
  expect(leavesOpen(told(mixed))).toBe(false);
  expect(told(mixed)).toMatchObject({ items: [constant('a'), { options: [constant('b'), record] }] });
});

test('the rest of a list, and lists in lists', () => {
  expect(leavesOpen(told(array([], union([constant('b'), unknown('somewhere')]))))).toBe(false);
  const table = toldByType(array([array([unknown('somewhere')])]), array([], rows));
  expect(leavesOpen(table)).toBe(false);
});

test('nothing is told of what is known', () => {
  const known = array([constant('a')]);
  expect(leavesOpen(known)).toBe(false);
  expect(told(known)).toBe(known);
});

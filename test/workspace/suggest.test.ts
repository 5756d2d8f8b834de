import { expect, test } from 'vitest';
import { nearest } from '../../server/workspace/suggest.js';

const rules = ['permission/missing-tier', 'permission/missing-hints', 'idempotency/unstable-key'];

test('a slip of the finger is understood', () => {
  expect(nearest('permission/mising-tier', rules)).toBe('permission/missing-tier');
  expect(nearest('missing-teir', rules)).toBe('permission/missing-tier');
  expect(nearest('Unstable-Key', rules)).toBe('idempotency/unstable-key');
  expect(nearest('chekc', ['check', 'tools'])).toBe('check');
});

test('something else is not', () => {
  expect(nearest('secrets', rules)).toBeUndefined();
  expect(nearest('x', ['check', 'tools'])).toBeUndefined();
  expect(nearest('', ['a'])).toBeUndefined();
  expect(nearest('y'.repeat(10_000), rules)).toBeUndefined();
});

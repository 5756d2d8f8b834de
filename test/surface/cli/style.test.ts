import { expect, test } from 'vitest';
import { printable } from '../../../server/analysis/printable.js';
import { count, styleFor, wrapped } from '../../../server/cli/style.js';

test('text is broken at blanks, and only for a terminal', () => {
  const text = 'one two three four five six seven eight nine ten eleven twelve';
  expect(wrapped(text, 10, 4, undefined)).toBe(text);
  expect(wrapped(text, 10, 4, 44)).toBe('one two three four five six seven\n    eight nine ten eleven twelve');
  expect(wrapped(text, 10, 4, 43)).toBe(text);
  expect(wrapped(`${'x'.repeat(60)} y`, 0, 0, 50)).toBe(`${'x'.repeat(60)}\ny`);
  expect(wrapped('', 0, 0, 50)).toBe('');
});

test('no control character and no change of writing direction gets through', () => {
  expect(printable('a\u001b[31mb\u0007\u202ec\u0085\td')).toBe('a�[31mb��c�  d');
  expect(printable('ä 😀 „x“')).toBe('ä 😀 „x“');
});

test('colors end where they begin, and are left out on wish', () => {
  expect(styleFor(true).red('x')).toBe('\u001b[31mx\u001b[39m');
  expect(styleFor(true).red('')).toBe('');
  expect(styleFor(false).red('x')).toBe('x');
});

test('one is not many', () => {
  expect([count(0, 'file'), count(1, 'file'), count(2, 'file'), count(2, 'other way', 'other ways')]).toEqual([
    '0 files',
    '1 file',
    '2 files',
    '2 other ways',
  ]);
});

import { expect, test } from 'vitest';
import { directivesOf } from '../../server/analysis/check/directives.js';
import { normal } from '../../server/analysis/check/fingerprint.js';
import { closest, fill, matchesPattern } from '../../server/analysis/check/words.js';
import { spent } from '../harness/spent.js';
import { check, ruleThat, toolAt } from './world.js';

const many = 200_000;

/** Far above what linear work takes, far below what quadratic work would. */
function isQuick(work: () => unknown): boolean {
  return spent(work) < 1500;
}

test('long texts are read in linear time', () => {
  expect(isQuick(() => directivesOf('/.env', `${'# detent-ignore'.repeat(many / 10)}\n`, undefined))).toBe(true);
  expect(isQuick(() => directivesOf('/.env', '# detent-ignore-line a -- b\n'.repeat(many / 20), undefined))).toBe(true);
  expect(isQuick(() => directivesOf('/.env', `#${' '.repeat(many)}detent-ignore`, undefined))).toBe(true);
  expect(isQuick(() => directivesOf('/a.json', `// detent-ignore-line ${'a,'.repeat(many / 2)}\n`, undefined))).toBe(true);
  expect(isQuick(() => normal('"\\'.repeat(many)))).toBe(true);
  expect(isQuick(() => normal("'".repeat(many) + '`'.repeat(many + 1)))).toBe(true);
  expect(isQuick(() => fill('`{a}`'.repeat(1000), { a: '{'.repeat(many) }, '/a.py'))).toBe(true);
  expect(isQuick(() => matchesPattern(`${'*a'.repeat(200)}*b`, 'a'.repeat(many)))).toBe(true);
  expect(isQuick(() => closest('x'.repeat(many), ['permission/missing-tier']))).toBe(true);
});

test('a file full of directives and tools', () => {
  const file = '/a.ts';
  const text = Array.from({ length: 300 }, (_, i) => `// detent-ignore-next-line permission/a -- why\ntool('t${i}', {}, run);\n`).join('');
  const tools = Array.from({ length: 300 }, (_, i) => toolAt(file, text, `t${i}`));
  expect(isQuick(() => expect(check({ [file]: text }, [ruleThat('permission/a')], tools).findings).toEqual([]))).toBe(true);
});

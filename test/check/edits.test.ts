import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTypeScript } from '../../server/analysis/syntax/typescript/read.js';
import { edited, readEditCases } from './edit-cases.js';

const cases = readEditCases(readFileSync(join(import.meta.dirname, 'edits.md'), 'utf8'));

describe('edits.md', () => {
  for (const { title, file, before, after, orders } of cases) {
    test(title, () => {
      expect(orders.length).toBeGreaterThan(0);
      expect(edited(file, before, orders)).toBe(after);
      if (after !== undefined && file.endsWith('.ts')) expect(readTypeScript(file, after).problems).toEqual([]);
    });

    test(`${title}, with Windows line ends`, () => {
      const windows = (text: string): string => text.replaceAll('\n', '\r\n');
      expect(edited(file, windows(before), orders)).toBe(after && windows(after));
    });
  }
});

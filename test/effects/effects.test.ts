import { describe, expect, test } from 'vitest';
import type { Effect } from '../../rules/kit/index.js';
import { askMemory } from '../harness/ask.js';
import { checkEffects, unhitRows } from '../harness/effects.js';
import { fileOf, libraries } from '../harness/libraries.js';
import { findPages } from '../harness/pages.js';

const pages = findPages('test/effects', 'effects');

for (const page of pages) {
  describe(page.file, () => {
    const effects: Effect[] = [];
    test('can be read', () => expect(page.problem).toBeUndefined());

    for (const one of page.cases) {
      test(one.title, async () => {
        const checked = await checkEffects(one, askMemory);
        effects.push(...checked.effects);
        expect(checked.problems.join('\n')).toBe('');
      });
    }

    for (const library of libraries.filter((one) => fileOf(one) === page.name)) {
      test(`every row of ${library.library} is hit`, () => expect(unhitRows(library, effects)).toEqual([]));
    }
  });
}

test('every library has its page', () => {
  const missing = libraries.map(fileOf).filter((name) => !pages.some((page) => page.name === name));
  expect(missing).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { knowledge } from '../../rules/index.js';
import { askMemory } from '../harness/ask.js';
import { findPages } from '../harness/pages.js';
import { checkTools } from '../harness/tools.js';

const pages = findPages('test/frameworks', 'tools');
const ids = knowledge.frameworks.map(({ id }) => id);

for (const page of pages) {
  describe(page.file, () => {
    test('can be read', () => expect(page.problem).toBeUndefined());

    for (const one of page.cases) {
      test(one.title, async () => {
        const problems = await checkTools(
          one,
          ids.find((id) => id === page.name),
          askMemory,
        );
        expect(problems.join('\n')).toBe('');
      });
    }
  });
}

test('every framework has its page', () => {
  expect(ids.filter((id) => !pages.some(({ name }) => name === id))).toEqual([]);
});

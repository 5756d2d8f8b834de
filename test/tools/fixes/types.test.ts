import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../../harness/pages.js';
import { newProblems, TypeChecker } from './types.js';

test('what a fix breaks is seen, what was broken before is not', { timeout: 60_000 }, () => {
  const types = new TypeChecker(repository);
  const said = (text: string): readonly string[] => types.problems(new Map([['a.ts', text]]), join(repository, 'test/output/fixes'));
  const before = said(
    "import { nothing } from 'not-installed';\nimport Stripe from 'stripe';\nnew Stripe('').refunds.create({ charge: nothing });\n",
  );
  const after = said(
    "import { nothing } from 'not-installed';\nimport Stripe from 'stripe';\nnew Stripe('').refunds.create({ charge: nothing }, { key: 1 });\n",
  );
  expect(before).toEqual([expect.stringContaining('not-installed')]);
  expect(newProblems(before, after)).toEqual([expect.stringContaining("'key' does not exist")]);
});

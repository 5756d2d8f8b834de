import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../../harness/pages.js';
import { importersIn } from './importers.js';
import { newProblems, TypeChecker, type Problems } from './types.js';

test('what a fix breaks is seen, what was broken before is not', { timeout: 60_000 }, () => {
  const types = new TypeChecker(repository);
  const said = (text: string): Problems => types.problems(new Map([['a.ts', text]]), join(repository, 'test/output/fixes'));
  const before = said(
    "import { nothing } from 'not-installed';\nimport Stripe from 'stripe';\nnew Stripe('').refunds.create({ charge: nothing });\n",
  );
  const after = said(
    "import { nothing } from 'not-installed';\nimport Stripe from 'stripe';\nnew Stripe('').refunds.create({ charge: nothing }, { key: 1 });\n",
  );
  expect([...before.values()]).toEqual([[expect.stringContaining('not-installed')]]);
  expect(newProblems(before, after)).toEqual([expect.objectContaining({ problem: expect.stringContaining("'key' does not exist") })]);
});

test('what a fix breaks in a file that imports what it changes is seen', { timeout: 60_000 }, () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'detent-types-')));
  try {
    const text = 'export const put = (text: string) => text;\n';
    writeFileSync(join(folder, 'store.ts'), text);
    writeFileSync(join(folder, 'tool.ts'), "import { put } from './store.js';\nput('a');\n");
    const types = new TypeChecker(folder, importersIn(folder));
    const said = (changed: string): Problems => types.problems(new Map([['store.ts', changed]]), folder);
    const before = said(text);
    expect(newProblems(before, said('export const put = (text: string, key?: string) => text + key;\n'))).toEqual([]);
    expect(newProblems(before, said('export const put = (text: string, key: string) => text + key;\n'))).toEqual([
      { file: join(folder, 'tool.ts'), problem: expect.stringContaining('Expected 2 arguments') },
    ]);
    expect(said(text)).toEqual(before);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

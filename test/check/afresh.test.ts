import { expect, test } from 'vitest';
import { findPages } from '../harness/pages.js';
import { afresh } from './afresh.js';

/** Of so many cases, one is edited; another one each time would be another test each time. `EVERY=1` edits all. */
const every = Number(process.env['EVERY'] ?? 12);
const kinds = {
  'rules/checks': 'findings',
  'test/checks': 'findings',
  'test/frameworks': 'tools',
  'test/recognise': 'tools',
  'test/effects': 'tools',
} as const;

const pages = Object.entries(kinds).flatMap(([folder, kind]) => findPages(folder, kind));
const cases = pages.flatMap(({ file, cases: all }) => all.map((one) => ({ file, one })));
const seed = Number(process.env['SEED'] ?? 1);

test('an edit is answered like a fresh start, and one that is taken back leaves nothing behind', { timeout: 600_000 }, async () => {
  const problems: string[] = [];
  let edits = 0;
  for (const [i, { file, one }] of cases.entries()) {
    if ((i + seed) % every !== 0) continue;
    let state = i + seed;
    const pick = (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below;
    const found = await afresh(one, pick, 2);
    edits += found.edits;
    problems.push(...found.problems.map((problem) => `${file}: ${one.title}: ${problem}`));
  }
  expect(problems).toEqual([]);
  expect(edits).toBeGreaterThan((cases.length / every) * 2);
});

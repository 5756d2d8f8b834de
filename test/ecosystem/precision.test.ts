/** Findings in real repositories that people have read: `npm run precision` draws them. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { knowledge } from '../../rules/index.js';

const file = new URL('precision.jsonl', import.meta.url);
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);

test('each row says where, what, whether it is true, and why', () => {
  expect(rows).not.toEqual([]);
  const rules = new Set<string>(knowledge.checks.map(({ id }) => id));
  for (const row of rows) {
    expect(Object.keys(row)).toEqual(['sample', 'repo', 'commit', 'file', 'line', 'rule', 'verdict', 'why']);
    expect(row).toEqual({
      sample: expect.any(Number),
      repo: expect.stringMatching(/^[\w.-]+\/[\w.-]+$/),
      commit: expect.stringMatching(/^[0-9a-f]{40}$/),
      file: expect.stringMatching(/^[^/\n][^\n]*$/),
      line: expect.any(Number),
      rule: expect.any(String),
      verdict: expect.any(Boolean),
      why: expect.stringMatching(/^.{5,300}$/),
    });
    expect(rules).toContain(row['rule']);
  }
});

test('no finding is counted twice', () => {
  const keys = rows.map(({ repo, file: path, line, rule }) => `${String(repo)} ${String(path)}:${String(line)} ${String(rule)}`);
  expect(keys).toEqual([...new Set(keys)]);
});

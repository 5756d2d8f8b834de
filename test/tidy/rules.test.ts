import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { knowledge } from '../../rules/index.js';
import { files, read, root } from './repository.js';

const folders = files
  .filter((file) => /^rules\/checks\/[^/]+\/[^/]+\/index\.ts$/.test(file))
  .map((file) => posix.dirname(file).slice('rules/checks/'.length));
const rules = knowledge.checks;

test('every rule is registered, under the name of its folder', () => {
  expect(rules.map(({ id }) => id).sort()).toEqual(folders.sort());
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('has a page', () => {
    expect(existsSync(join(root, 'rules/checks', id, 'README.md'))).toBe(true);
  });

  test('has cases', () => {
    expect(existsSync(join(root, 'test/checks', `${id}.md`))).toBe(true);
  });

  test('says what is wrong in one sentence', () => {
    expect(rule.summary).toMatch(/^[A-Z].{10,150}\.$/);
  });

  test('has a fix, or its page says why none is honest', () => {
    if (rule.fix === 'none')
      expect(read(`rules/checks/${id}/README.md`)).toMatch(/\bno (?:quick )?fix\b|\bcannot be fixed\b|\bwhy there is no fix\b/i);
  });

  test('its page says when it is wrong', () => {
    const page = read(`rules/checks/${id}/README.md`);
    expect(page).toMatch(/^## When it is wrong\s+\S/m);
  });
});

test('no page, case file or folder without a rule', () => {
  const known = new Set<string>(rules.map(({ id }) => id));
  const pages = files
    .filter((file) => /^rules\/checks\/.+\/README\.md$/.test(file))
    .map((file) => posix.dirname(file).slice('rules/checks/'.length));
  const cases = files
    .filter((file) => /^test\/checks\/[^/]+\/[^/]+\.md$/.test(file))
    .map((file) => file.slice('test/checks/'.length, -'.md'.length));
  expect([...pages, ...cases].filter((id) => !known.has(id))).toEqual([]);
});

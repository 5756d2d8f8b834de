import { afterAll, describe, expect, test } from 'vitest';
import { knowledge } from '../../rules/index.js';
import { askDisk, askMemory, editorOf } from '../harness/ask.js';
import { saysKey } from '../harness/compare.js';
import { checkFindings } from '../harness/findings.js';
import { findPages } from '../harness/pages.js';

/** While coding, cases are neither written to the disk nor edited in a session: the whole run does both. */
const isQuick = process.env['DETENT_QUICK'] !== undefined;
const edit = isQuick ? undefined : editorOf;
const others = isQuick ? [] : [askDisk];

const pages = [...findPages('rules/checks', 'findings'), ...findPages('test/checks', 'findings')];
const counts = { cases: 0, findings: 0, fixes: 0 };

for (const page of pages) {
  describe(page.file, () => {
    test('can be read', () => expect(page.problem).toBeUndefined());

    for (const one of page.cases) {
      test(one.title, async () => {
        const { problems, findings, fixes } = await checkFindings(one, knowledge.checks, askMemory, others, page.secrets, edit);
        counts.cases += 1;
        counts.findings += findings;
        counts.fixes += fixes;
        expect(problems.join('\n')).toBe('');
      });
    }
  });
}

describe('every message of a rule is shown by a case', () => {
  const blocks = pages.flatMap(({ cases }) => cases.flatMap((one) => one.blocks));
  const marked = blocks.flatMap(({ marks }) => marks.flatMap(({ said }) => (said.kind === 'finding' ? [`${said.rule} ${said.key}`] : [])));
  const fixed = blocks.flatMap(({ after }) => after ?? []);

  for (const rule of knowledge.checks) {
    test(rule.id, () => {
      const shown = (key: string): boolean =>
        marked.includes(`${rule.id} ${key}`) || fixed.some((name) => name === key || saysKey(rule, key, name));
      expect(Object.keys(rule.messages).filter((key) => !shown(key))).toEqual([]);
    });
  }
});

afterAll(() => {
  process.stdout.write(`${counts.cases} cases, ${counts.findings} findings, ${counts.fixes} fixes verified\n`);
});

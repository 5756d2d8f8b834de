import { afterAll, describe, expect, test } from 'vitest';
import { knowledge } from '../../rules/index.js';
import { askDisk, askMemory } from '../harness/ask.js';
import { checkFindings } from '../harness/findings.js';
import { findPages } from '../harness/pages.js';

const counts = { cases: 0, findings: 0, fixes: 0 };

for (const page of [...findPages('rules/checks', 'findings'), ...findPages('test/checks', 'findings')]) {
  describe(page.file, () => {
    test('can be read', () => expect(page.problem).toBeUndefined());

    for (const one of page.cases) {
      test(one.title, async () => {
        const { problems, findings, fixes } = await checkFindings(one, knowledge.checks, askMemory, [askDisk], page.secrets);
        counts.cases += 1;
        counts.findings += findings;
        counts.fixes += fixes;
        expect(problems.join('\n')).toBe('');
      });
    }
  });
}

afterAll(() => {
  process.stdout.write(`${counts.cases} cases, ${counts.findings} findings, ${counts.fixes} fixes verified\n`);
});

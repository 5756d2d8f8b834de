import { afterAll, describe, expect, test } from 'vitest';
import { knowledge } from '../../rules/index.js';
import { askDisk, askMemory, editorOf } from '../harness/ask.js';
import { checkFindings } from '../harness/findings.js';
import { findPages, type FoundPage } from '../harness/pages.js';

/** While coding, cases are neither written to the disk nor edited in a session: the whole run does both. */
const isQuick = process.env['DETENT_QUICK'] !== undefined;
const edit = isQuick ? undefined : editorOf;
const others = isQuick ? [] : [askDisk];

/** The pages of all rules, and those about several of them. */
export const pages = [...findPages('rules/checks', 'findings'), ...findPages('test/checks', 'findings')];

/** Tests the cases of some of the pages; a file of tests is run by one worker, so there are several. */
export function testCases(some: readonly FoundPage[]): void {
  const counts = { cases: 0, findings: 0, fixes: 0 };
  for (const page of some) {
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

  afterAll(() => {
    process.stdout.write(`${counts.cases} cases, ${counts.findings} findings, ${counts.fixes} fixes verified\n`);
  });
}

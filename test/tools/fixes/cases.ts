import { join } from 'node:path';
import type { Finding } from '../../../server/analysis/finding.js';
import { applyFix } from '../../harness/apply.js';
import { askMemory, once } from '../../harness/ask.js';
import { filesOf } from '../../harness/findings.js';
import { findPages, repository } from '../../harness/pages.js';
import { verifyFix } from '../../harness/verify.js';
import type { Tried } from './tried.js';
import { newProblems, TypeChecker } from './types.js';

/** Tries each fix that is offered in a case, alone. */
export async function inCases(isWanted: (finding: Finding) => boolean): Promise<readonly Tried[]> {
  const types = new TypeChecker(repository);
  const tried: Tried[] = [];
  for (const page of ['rules/checks', 'test/checks'].flatMap((folder) => findPages(folder, 'findings'))) {
    for (const one of page.cases) {
      const files = filesOf(one.blocks.filter(({ after }) => after === undefined));
      const ask = once(askMemory);
      const before = await ask(files, one);
      // Below the repository, whose packages the cases import.
      const folder = join(repository, 'test/output/fixes');
      for (const finding of before.result.findings.filter(isWanted)) {
        for (const fix of finding.fixes) {
          const broken = await verifyFix(files, one, before, finding, fix, ask);
          const said = types.problems(files, folder);
          const says = types.problems(applyFix(files, fix, before.root), folder);
          tried.push({
            where: `${page.file}: ${one.title}`,
            finding,
            fix,
            problems: [...broken, ...newProblems(said, says).map(({ problem }) => `fix "${fix.title}" of ${finding.ruleId}: ${problem}`)],
          });
        }
      }
    }
  }
  return tried;
}

/**
 * `npm run fixes`: whether every fix keeps what is promised of fixes (DESIGN, invariant 3), and whether TypeScript still type-checks where
 * it did. Without checkouts, over all cases.
 *
 *   --checkouts DIR   work trees, DIR/owner+name; repeatable
 *   --group NAME      group of rules; repeatable (default: idempotency and permission)
 *   --only REGEX      repositories whose owner/name matches
 *   --most N          fixes to try in one repository (default: 60), those of the rules in turn
 *   --set NAME        sets of rules to switch on there; repeatable (default: all)
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { knowledge } from '../../../rules/index.js';
import type { Finding, Fix } from '../../../server/analysis/finding.js';
import { settledResult } from '../../../server/cli/look.js';
import { isNotebook } from '../../../server/analysis/syntax/notebook/is-notebook.js';
import { nodeHost } from '../../../server/hosts/node.js';
import { ruleSets, type Config } from '../../../server/workspace/config.js';
import { createSession, type Session } from '../../../server/workspace/session.js';
import { applyFix } from '../../harness/apply.js';
import { askMemory, once, type Answer, type Ask, type Files } from '../../harness/ask.js';
import { filesOf } from '../../harness/findings.js';
import type { Facts } from '../../harness/page.js';
import { findPages, repository } from '../../harness/pages.js';
import { verifyFix } from '../../harness/verify.js';
import { newProblems, TypeChecker } from './types.js';

interface Tried {
  readonly where: string;
  readonly finding: Finding;
  readonly fix: Fix;
  readonly problems: readonly string[];
}

/** @returns the exit code: 1 when a promise is broken */
export async function fixes(argv: readonly string[]): Promise<number> {
  const { values: given } = parseArgs({
    args: [...argv],
    options: {
      checkouts: { type: 'string', multiple: true, default: [] },
      group: { type: 'string', multiple: true, default: ['idempotency', 'permission'] },
      only: { type: 'string', default: '.' },
      most: { type: 'string', default: '60' },
      set: { type: 'string', multiple: true, default: [...ruleSets] },
    },
  });
  const isWanted = ({ ruleId }: Finding): boolean => given.group.some((group) => ruleId.startsWith(`${group}/`));
  const tried: Tried[] = [];
  if (given.checkouts.length === 0) tried.push(...(await inCases(isWanted)));
  for (const folder of given.checkouts.flatMap(repositoriesIn)) {
    const name = relative(join(folder, '..'), folder).replace('+', '/');
    if (!new RegExp(given.only, 'u').test(name)) continue;
    const here = await inRepository(name, folder, given.set, isWanted, Number(given.most));
    const broken = here.tried.filter(({ problems }) => problems.length > 0).length;
    const often = here.unsteady === 0 ? '' : `, ${String(here.unsteady)} only after an edit`;
    console.log(`${name}: ${String(here.offered)} fixes, ${String(here.tried.length)} tried, ${String(broken)} broken${often}`);
    tried.push(...here.tried);
  }
  for (const { where, problems } of tried) for (const problem of problems) console.log(`✗ ${where}: ${problem}`);
  const rules = new Map<string, number>();
  for (const { finding } of tried) rules.set(finding.ruleId, (rules.get(finding.ruleId) ?? 0) + 1);
  for (const [rule, count] of [...rules].toSorted()) console.log(`${String(count).padStart(6)}  ${rule}`);
  const broken = tried.filter(({ problems }) => problems.length > 0).length;
  console.log(`${String(tried.length)} fixes, ${String(broken)} broken`);
  return broken > 0 ? 1 : 0;
}

function repositoriesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.includes('+'))
    .map(({ name }) => resolve(folder, name))
    .toSorted();
}

async function inCases(isWanted: (finding: Finding) => boolean): Promise<readonly Tried[]> {
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
            problems: [...broken, ...newProblems(said, says).map((what) => `fix "${fix.title}" of ${finding.ruleId}: ${what}`)],
          });
        }
      }
    }
  }
  return tried;
}

/** One session sees every fix, and is told to forget it. */
async function inRepository(
  name: string,
  folder: string,
  sets: readonly string[],
  isWanted: (finding: Finding) => boolean,
  most: number,
): Promise<{ readonly offered: number; readonly tried: readonly Tried[]; readonly unsteady: number }> {
  const host = nodeHost();
  const root = host.toFile(folder);
  const open = async () => {
    const session = createSession({ host, knowledge, overrides: { sets: sets as Config['sets'] } });
    await session.open([root]);
    return session;
  };
  const answered = async (asked: Session, texts: Files): Promise<Answer> => {
    for (const [file, text] of texts) asked.setText(join(root, file), text);
    return { result: await settledResult(asked), root };
  };
  const afresh: Ask = async (texts) => answered(await open(), texts);
  const session = await open();
  const before = { result: await settledResult(session), root };
  const types = new TypeChecker(folder);
  const facts = { sets: [] } as unknown as Facts;
  const tried: Tried[] = [];
  let unsteady = 0;
  const offered = inTurn(before.result.findings.filter(isWanted));
  for (const { finding, fix } of offered.slice(0, most)) {
    const changed = [...new Set(fix.edits.map(({ file }) => file))];
    // Of a notebook, the session has the code alone.
    const textOf = (file: string): string => (isNotebook(file) ? readFileSync(file, 'utf8') : (session.text(file) ?? ''));
    const files: Files = new Map(changed.map((file) => [relative(root, file), textOf(file)]));
    let broken = await verifyFix(files, facts, before, finding, fix, (texts) => answered(session, texts));
    for (const file of changed) session.clearText(file);
    if (broken.length > 0) {
      // Where bounds are met, an edit alone may bring another answer. What a fresh start says is the fix's.
      broken = await verifyFix(files, facts, before, finding, fix, afresh);
      if (broken.length === 0) unsteady++;
    }
    const said = types.problems(files, folder);
    const says = types.problems(applyFix(files, fix, root), folder);
    const worse = newProblems(said, says).map((what) => `fix "${fix.title}" of ${finding.ruleId}: ${what}`);
    tried.push({ where: `${name} ${relative(root, finding.place.file)}`, finding, fix, problems: [...broken, ...worse] });
  }
  return { offered: offered.length, tried, unsteady };
}

/** All fixes, the first of each rule before the second of any. */
function inTurn(findings: readonly Finding[]): readonly { readonly finding: Finding; readonly fix: Fix }[] {
  const piles = new Map<string, { readonly finding: Finding; readonly fix: Fix }[]>();
  for (const finding of findings)
    for (const fix of finding.fixes) piles.set(finding.ruleId, [...(piles.get(finding.ruleId) ?? []), { finding, fix }]);
  const all = [...piles.values()];
  const longest = Math.max(0, ...all.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => all.flatMap((pile) => pile[i] ?? [])).flat();
}

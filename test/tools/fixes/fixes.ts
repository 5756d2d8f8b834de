/**
 * `npm run fixes`: whether every fix keeps what is promised of fixes (DESIGN, invariant 3), and whether TypeScript still type-checks where
 * it did. Without checkouts, over all cases, each fix alone. In checkouts, fixes that do not touch are tried together, and fewer of them
 * where something does not hold.
 *
 *   --checkouts DIR   work trees, DIR/owner+name; repeatable
 *   --group NAME      group of rules; repeatable (default: idempotency and permission)
 *   --only REGEX      repositories whose owner/name matches
 *   --most N          fixes to try in one repository (default: all), those of the rules in turn
 *   --together N      fixes to try at once (default: 40)
 *   --afresh          every answer is that of a fresh start, which takes far longer
 *   --set NAME        sets of rules to switch on there; repeatable (default: all)
 *   --record FILE     a line of JSON for each fix that was tried is added to it
 */
import { appendFileSync, readdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Finding } from '../../../server/analysis/finding.js';
import { ruleSets } from '../../../server/workspace/config.js';
import { inCases } from './cases.js';
import { inCheckout, spentOn, type Checked } from './checkout.js';
import type { Tried } from './tried.js';

/** @returns the exit code: 1 when a promise is broken */
export async function fixes(argv: readonly string[]): Promise<number> {
  const { values: given } = parseArgs({
    args: [...argv],
    options: {
      checkouts: { type: 'string', multiple: true, default: [] },
      group: { type: 'string', multiple: true, default: ['idempotency', 'permission'] },
      only: { type: 'string', default: '.' },
      most: { type: 'string', default: 'Infinity' },
      together: { type: 'string', default: '40' },
      afresh: { type: 'boolean', default: false },
      set: { type: 'string', multiple: true, default: [...ruleSets] },
      record: { type: 'string' },
    },
  });
  const isWanted = ({ ruleId }: Finding): boolean => given.group.some((group) => ruleId.startsWith(`${group}/`));
  const tried: Tried[] = [];
  if (given.checkouts.length === 0) tried.push(...(await inCases(isWanted)));
  for (const folder of given.checkouts.flatMap(repositoriesIn)) {
    const name = relative(resolve(folder, '..'), folder).replace('+', '/');
    if (!new RegExp(given.only, 'u').test(name)) continue;
    const started = performance.now();
    const here = await inCheckout(name, folder, {
      sets: given.set,
      isWanted,
      most: Number(given.most),
      together: Number(given.together),
      afresh: given.afresh,
      progress: (line) => console.log(line),
    });
    console.log(`${name}: ${summary(here)}, ${((performance.now() - started) / 1000).toFixed(0)} s`);
    for (const { where, problems } of here.unsteady)
      for (const problem of problems) console.log(`? ${where}: only after an edit: ${problem}`);
    if (given.record !== undefined) appendFileSync(given.record, here.tried.map(recorded).join(''));
    tried.push(...here.tried);
  }
  report(tried);
  return tried.some(isBroken) ? 1 : 0;
}

function isBroken({ problems }: Tried): boolean {
  return problems.length > 0;
}

function summary({ offered, tried, unsteady, drift, analyses, seconds }: Checked): string {
  const often = unsteady.length === 0 ? '' : `, ${String(unsteady.length)} only after an edit`;
  const drifted = drift === 0 ? '' : `, ${String(drift)} findings differ when all is undone`;
  const broken = String(tried.filter(isBroken).length);
  return `${String(offered)} fixes, ${String(tried.length)} tried, ${broken} broken${often}${drifted}; ${String(analyses)} analyses; ${spentOn(seconds)}`;
}

function report(tried: readonly Tried[]): void {
  for (const { where, problems } of tried) for (const problem of problems) console.log(`✗ ${where}: ${problem}`);
  const rules = new Map<string, { count: number; broken: number }>();
  for (const one of tried) {
    const key = `${one.finding.ruleId} ${one.fix.grade}`;
    const { count, broken } = rules.get(key) ?? { count: 0, broken: 0 };
    rules.set(key, { count: count + 1, broken: broken + (isBroken(one) ? 1 : 0) });
  }
  for (const [rule, { count, broken }] of [...rules].toSorted())
    console.log(`${String(count).padStart(6)}  ${rule}${broken === 0 ? '' : `, ${String(broken)} broken`}`);
  console.log(`${String(tried.length)} fixes, ${String(tried.filter(isBroken).length)} broken`);
}

function recorded({ where, finding: { ruleId, severity, tool }, fix: { title, grade }, problems }: Tried): string {
  return `${JSON.stringify({ where, ruleId, severity, tool, title, grade, problems })}\n`;
}

function repositoriesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.includes('+'))
    .map(({ name }) => resolve(folder, name))
    .toSorted();
}

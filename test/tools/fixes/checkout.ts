import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { knowledge } from '../../../rules/index.js';
import { isNotebook } from '../../../server/analysis/syntax/notebook/is-notebook.js';
import type { Finding } from '../../../server/analysis/finding.js';
import { settledResult } from '../../../server/cli/look.js';
import { nodeHost } from '../../../server/hosts/node.js';
import type { Config } from '../../../server/workspace/config.js';
import { createSession, type Session } from '../../../server/workspace/session.js';
import { applyFix } from '../../harness/apply.js';
import type { Answer, Files } from '../../harness/ask.js';
import type { Facts } from '../../harness/page.js';
import { identity, nameOf, together, verifyFixes, type Broken, type Offer } from '../../harness/verify.js';
import { batchesOf, sift, type Said } from './batches.js';
import { importersIn } from './importers.js';
import type { Tried } from './tried.js';
import { newProblems, TypeChecker } from './types.js';

export interface Wanted {
  readonly sets: readonly string[];
  readonly isWanted: (finding: Finding) => boolean;
  /** Fixes to try. */
  readonly most: number;
  /** Fixes to try at once. */
  readonly together: number;
  /** Every answer is that of a fresh start, and none that of a session in which texts changed. */
  readonly afresh: boolean;
  readonly progress: (line: string) => void;
}

export interface Checked {
  readonly offered: number;
  readonly tried: readonly Tried[];
  /** Broken in a session in which texts changed, and not after a fresh start. */
  readonly unsteady: readonly Tried[];
  /** Findings that a session does not say any more, or says anew, when all edits are undone. */
  readonly drift: number;
  readonly analyses: number;
  /** Seconds of this process by what they were for. */
  readonly seconds: Readonly<Record<'open' | 'edits' | 'fresh' | 'types', number>>;
}

/**
 * Tries the fixes of a work tree. Several are made at once in one session and undone; where something does not hold, fewer, until it is
 * one; and what does not hold of one alone is asked of a fresh start, whose answer counts.
 */
export async function inCheckout(name: string, folder: string, wanted: Wanted): Promise<Checked> {
  const root = nodeHost().toFile(folder);
  const seconds = { open: 0, edits: 0, fresh: 0, types: 0 };
  const timed = async <T>(what: keyof typeof seconds, run: () => Promise<T>): Promise<T> => {
    const { user, system } = process.cpuUsage();
    const result = await run();
    const used = process.cpuUsage({ user, system });
    seconds[what] += (used.user + used.system) / 1e6;
    return result;
  };
  const facts = { sets: [] } as unknown as Facts;
  const { session, before } = await timed('open', async () => {
    const started = await opened(root, wanted.sets);
    return { session: started, before: { result: await settledResult(started), root } satisfies Answer };
  });
  const offers = inTurn(before.result.findings.filter(wanted.isWanted));
  const chosen = offers.slice(0, wanted.most);
  const types = new TypeChecker(folder, importersIn(folder));
  let analyses = 0;

  // Of a notebook, the session has the code alone.
  const textOf = (file: string): string => (isNotebook(file) ? readFileSync(file, 'utf8') : (session.text(file) ?? ''));
  const filesOf = (some: readonly Offer[]): Files => {
    const files = new Set(some.flatMap(({ fix }) => fix.edits.map(({ file }) => file)));
    return new Map([...files].map((file) => [relative(root, file), textOf(file)]));
  };
  const verify = async (some: readonly Offer[], asked: () => Promise<Session>): Promise<readonly Broken[]> => {
    const files = filesOf(some);
    const used = await asked();
    analyses++;
    const broken = await verifyFixes(files, facts, before, some, async (texts) => {
      for (const [file, text] of texts) used.setText(join(root, file), text);
      return { result: await settledResult(used), root };
    });
    for (const file of files.keys()) used.clearText(join(root, file));
    return broken;
  };
  const fresh = async (): Promise<Session> => opened(root, wanted.sets);
  const warm = async (): Promise<Session> => session;
  const inTime = async (some: readonly Offer[], asked: () => Promise<Session>): Promise<readonly Broken[]> =>
    timed(asked === fresh ? 'fresh' : 'edits', () => verify(some, asked));
  const typed = async (some: readonly Offer[]): Promise<readonly Said<Offer>[]> => {
    const files = filesOf(some);
    const fixed = applyFix(files, together(some.map(({ fix }) => fix)), root);
    return newProblems(types.problems(files, folder), types.problems(fixed, folder)).map(({ file, problem }) => ({
      what: `${relative(folder, file)}: ${problem}`,
      by: some.filter(({ fix }) => fix.edits.some((edit) => edit.file === file)),
    }));
  };

  const problems = new Map<Offer, string[]>();
  const unsteady: Tried[] = [];
  const lineOf = ({ place: { file, span } }: Finding): number => (session.text(file) ?? '').slice(0, span.start).split('\n').length;
  const saidOf = ({ finding, fix }: Offer, whats: readonly string[]): Tried => ({
    where: `${name} ${relative(root, finding.place.file)}:${String(lineOf(finding))}`,
    finding,
    fix,
    problems: whats.map((what) => `${nameOf({ finding, fix })}: ${what}`),
  });
  const batches = batchesOf(chosen, wanted.together);
  wanted.progress(`${name}: ${String(chosen.length)} fixes in ${String(batches.length)} batches`);
  let told = performance.now();
  for (const [index, batch] of batches.entries()) {
    for (const [offer, whats] of await sift(batch, (some) => inTime(some, wanted.afresh ? fresh : warm))) {
      const sure = wanted.afresh ? whats : (await inTime([offer], fresh)).map(({ what }) => what);
      if (sure.length > 0) problems.set(offer, [...sure]);
      else unsteady.push(saidOf(offer, whats));
    }
    for (const [offer, whats] of await sift(batch, (some) => timed('types', () => typed(some))))
      problems.set(offer, [...(problems.get(offer) ?? []), ...whats]);
    for (const offer of batch) {
      const { where, problems: broken } = saidOf(offer, problems.get(offer) ?? []);
      for (const problem of broken) wanted.progress(`  ${where}: ${problem}`);
    }
    if (performance.now() - told > often) {
      wanted.progress(`  ${String(index + 1)} of ${String(batches.length)} batches, ${spentOn(seconds)}`);
      told = performance.now();
    }
  }
  const after = await settledResult(session);
  return {
    offered: offers.length,
    tried: chosen.map((offer) => saidOf(offer, problems.get(offer) ?? [])),
    unsteady,
    drift: differing(before.result.findings, after.findings),
    analyses,
    seconds,
  };
}

/** Milliseconds between two lines that say how far it is. */
const often = 60_000;

/** `edits 6 s, types 2 s`, as the processor counts. */
export function spentOn(seconds: Checked['seconds']): string {
  return Object.entries(seconds)
    .map(([what, count]) => `${what} ${count.toFixed(0)} s`)
    .join(', ');
}

async function opened(root: string, sets: readonly string[]): Promise<Session> {
  const session = createSession({ host: nodeHost(), knowledge, overrides: { sets: sets as Config['sets'] } });
  await session.open([root]);
  return session;
}

function differing(before: readonly Finding[], after: readonly Finding[]): number {
  const [had, has] = [before, after].map((findings) => new Set(findings.map((finding) => `${finding.fingerprint} ${identity(finding)}`)));
  return [...had!].filter((one) => !has!.has(one)).length + [...has!].filter((one) => !had!.has(one)).length;
}

/** All fixes, the first of each rule before the second of any. */
function inTurn(findings: readonly Finding[]): readonly Offer[] {
  const piles = new Map<string, Offer[]>();
  for (const finding of findings)
    for (const fix of finding.fixes) {
      const pile = piles.get(finding.ruleId);
      if (pile === undefined) piles.set(finding.ruleId, [{ finding, fix }]);
      else pile.push({ finding, fix });
    }
  const all = [...piles.values()];
  const longest = Math.max(0, ...all.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => all.flatMap((pile) => pile[i] ?? [])).flat();
}

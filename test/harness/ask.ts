import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { knowledge } from '../../rules/index.js';
import { settledResult } from '../../server/cli/look.js';
import { memoryHost } from '../../server/hosts/memory.js';
import { nodeHost } from '../../server/hosts/node.js';
import type { Config } from '../../server/workspace/config.js';
import { createSession, type CheckResult } from '../../server/workspace/session.js';
import { heard } from './outputs.js';
import type { Facts } from './page.js';

/** A small workspace: files by path relative to its root. */
export type Files = ReadonlyMap<string, string>;

export interface Answer {
  readonly result: CheckResult;
  /** Absolute path of the root. */
  readonly root: string;
}

/** Asks the product about a workspace. */
export type Ask = (files: Files, facts: Facts) => Promise<Answer>;

/** Asks only once about the same files: what two fixes make, and what formatting leaves as it is, is often the same. */
export function once(ask: Ask): Ask {
  const answers = new Map<string, Promise<Answer>>();
  return (files, facts) => {
    const key = JSON.stringify([[...files].toSorted(), facts.sets, facts.off, facts.tracked, facts.ignored]);
    const answer = answers.get(key) ?? ask(files, facts);
    answers.set(key, answer);
    return answer;
  };
}

/** Everything in memory. */
export const askMemory: Ask = async (files, facts) => {
  const { session, host } = await open(files, facts);
  const result = session.check();
  hear(result);
  heard('the log', host.logged.join('\n'));
  return { result, root: inMemory };
};

/** An editor that has a workspace open, with everything in memory. It is asked about the same files with other texts. */
export async function editorOf(files: Files, facts: Facts): Promise<(texts: Files) => Promise<Answer>> {
  const { session } = await open(files, facts);
  await settledResult(session);
  return async (texts) => {
    for (const [file, text] of texts) if (files.get(file) !== text) session.setText(`${inMemory}/${file}`, text);
    const result = await settledResult(session);
    for (const file of texts.keys()) session.clearText(`${inMemory}/${file}`);
    return { result, root: inMemory };
  };
}

const inMemory = '/case';

async function open(files: Files, facts: Facts) {
  const content = Object.fromEntries([...files].map(([file, text]) => [`${inMemory}/${file}`, text]));
  if (hasGit(facts)) content[`${inMemory}/.git/HEAD`] = 'ref: refs/heads/main\n';
  const absolute = (list: readonly string[] = []): readonly string[] => list.map((file) => `${inMemory}/${file}`);
  const git = { tracked: absolute(facts.tracked), ignored: absolute(facts.ignored) };
  const host = memoryHost(content, hasGit(facts) ? { git } : {});
  const session = createSession({ host, knowledge, overrides: overrides(facts) });
  await session.open([inMemory]);
  return { session, host };
}

/** Real files in a new folder, in a real repository where the case speaks of git; removed afterwards. */
export const askDisk: Ask = async (files, facts) => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'detent-case-')));
  try {
    for (const [file, text] of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    if (hasGit(facts)) repository(folder, files, facts);
    const host = nodeHost();
    const root = host.toFile(folder);
    const session = createSession({ host, knowledge, overrides: overrides(facts) });
    await session.open([root]);
    const result = session.check();
    hear(result);
    return { result, root };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** All words that an answer gives a reporter; what a fix writes goes into the file that it changes. */
export function saidIn({ findings, unresolved, skipped, internal, configProblems }: CheckResult): readonly string[] {
  return [
    ...findings.flatMap(({ message, fixes, evidence, fingerprint, tool }) => [
      message,
      fingerprint,
      tool ?? '',
      ...fixes.map(({ title }) => title),
      ...evidence.map(({ label }) => label),
    ]),
    ...unresolved.map(({ reason }) => reason),
    ...skipped.map(({ reason }) => reason),
    ...internal.map(({ message }) => message),
    ...configProblems.map(({ message }) => message),
  ];
}

function hear(result: CheckResult): void {
  const said = saidIn(result);
  if (said.length > 0) heard('an answer', said.join('\n'));
}

function hasGit(facts: Facts): boolean {
  return facts.tracked !== undefined || facts.ignored !== undefined;
}

function overrides({ sets, off = [] }: Facts): Partial<Config> {
  const rules = Object.fromEntries(off.map((rule) => [rule, 'off' as const]));
  return { ...(sets.length === 0 ? {} : { sets: sets as Config['sets'] }), ...(off.length === 0 ? {} : { rules }) };
}

/** Ignored files are told by the repository's own exclude file, so that a case's `.gitignore` stays what the case says. */
function repository(folder: string, files: Files, { tracked = [], ignored = [] }: Facts): void {
  const git = (...args: string[]): unknown => execFileSync('git', ['-C', folder, ...args], { stdio: 'pipe' });
  git('init', '--quiet');
  writeFileSync(join(folder, '.git/info/exclude'), ignored.map((file) => `/${file}\n`).join(''));
  const present = tracked.filter((file) => files.has(file));
  if (present.length > 0) git('add', '--force', '--', ...present);
}

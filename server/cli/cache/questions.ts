import { decode } from '../../workspace/decode.js';
import type { Entry, Host, Problem, ReadAnswer, Stat } from '../../workspace/host.js';
import { join, relative } from '../../workspace/paths.js';
import { digester, digestOf } from './digest.js';

/**
 * Everything that a run asked of the world, each with its answer or a short name for it. All paths are relative to the folder that
 * the command runs in, so the same questions can be asked elsewhere.
 */
export interface Questions {
  readonly reads: readonly Answered[];
  /** Large files, which nobody holds as a whole. */
  readonly scans: readonly Answered[];
  /** Folders of which every entry mattered: what was walked. */
  readonly lists: readonly Answered[];
  /** Folders of which only these entries mattered, such as those above the folder of the run. */
  readonly entries: readonly (readonly [folder: string, named: readonly Answered[]])[];
  readonly stats: readonly Answered[];
  readonly git: readonly GitAnswer[];
}

/** Nothing was asked. */
export const noQuestions: Questions = { reads: [], scans: [], lists: [], entries: [], stats: [], git: [] };

export type Answered = readonly [path: string, answer: string];

export interface GitAnswer {
  readonly root: string;
  readonly files: readonly string[];
  /** Places in `files`; `null` without git. */
  readonly said: { readonly tracked: readonly number[]; readonly ignored: readonly number[] } | null;
}

export type Listed = Awaited<ReturnType<Host['list']>>;
type GitSaid = Awaited<ReturnType<Host['git']>>;

/** Where the links of one folder lead, by their names. */
export type Links = ReadonlyMap<string, Stat | undefined>;

const nothing = '-';

/**
 * Asks everything again.
 *
 * @returns the texts of the files in `wanted`, or `undefined` as soon as an answer is another one
 */
export async function askAgain(
  questions: Questions,
  wanted: readonly string[],
  host: Host,
  cwd: string,
): Promise<ReadonlyMap<string, string> | undefined> {
  // Git works while the rest is read.
  const git = Promise.all(
    questions.git.map(async ({ root, files, said }) => {
      const all = files.map((file) => join(cwd, file));
      return JSON.stringify(said) === JSON.stringify(gitAnswer(all, await host.git(join(cwd, root), all)));
    }),
    // Nobody waits for it when something else is found to have changed.
  ).catch(() => [false]);
  for (const [path, answer] of questions.stats) if (statAnswer(join(cwd, path), await host.stat(join(cwd, path)), cwd) !== answer) return;
  for (const [path, answer] of questions.lists) {
    const folder = join(cwd, path);
    const listed = await host.list(folder);
    if (listAnswer(listed, await linksIn('problem' in listed ? [] : listed, folder, host), cwd) !== answer) return;
  }
  for (const [path, named] of questions.entries) {
    const folder = join(cwd, path);
    const listed = await host.list(folder);
    const found = entriesNamed(new Set(named.map(([name]) => name)), listed);
    const links = await linksIn([...found.values()], folder, host);
    for (const [name, answer] of named) if (entryAnswer(found.get(name), links, cwd) !== answer) return;
  }
  for (const [path, answer] of questions.scans) if ((await scanned(join(cwd, path), host)).answer !== answer) return;
  const texts = new Map<string, string>();
  const kept = new Set(wanted);
  for (const [path, answer] of questions.reads) {
    const file = join(cwd, path);
    const read = await host.read(file);
    if (readAnswer(read) !== answer) return;
    const decoded = kept.has(path) && 'bytes' in read ? decode(read.bytes) : undefined;
    if (decoded && 'text' in decoded) texts.set(file, decoded.text);
  }
  return texts.size === kept.size && (await git).every(Boolean) ? texts : undefined;
}

export function readAnswer(answer: ReadAnswer): string {
  return 'bytes' in answer ? digestOf(answer.bytes) : `!${answer.gone ? '' : answer.problem}`;
}

/** Reads a file piece by piece, with a short name for what it holds. */
export async function scanned(
  file: string,
  host: Host,
  take: (piece: Uint8Array) => void = () => {},
): Promise<{ readonly answer: string; readonly problem?: Problem }> {
  const digest = digester();
  const problem = await host.scan(file, (piece) => {
    digest.add(piece);
    take(piece);
  });
  return problem === undefined ? { answer: digest.end() } : { answer: readAnswer(problem), problem };
}

export function statAnswer(path: string, stat: Stat | undefined, cwd: string): string {
  if (stat === undefined) return nothing;
  return stat.realPath === path ? stat.kind : `${stat.kind} ${relative(cwd, stat.realPath)}`;
}

/** Of all entries, in their order: it decides which of two packages with one name is found. */
export function listAnswer(listed: Listed, links: Links, cwd: string): string {
  if ('problem' in listed) return `!${listed.gone ? '' : listed.problem}`;
  return digestOf(listed.map((entry) => `${entry.name}\0${entryAnswer(entry, links, cwd)}`).join('\0'));
}

export function entryAnswer(entry: Entry | undefined, links: Links, cwd: string): string {
  if (entry?.kind !== 'link') return entry?.kind ?? nothing;
  const stat = links.get(entry.name);
  return stat === undefined ? 'link' : `link ${stat.kind} ${relative(cwd, stat.realPath)}`;
}

/** The entries with these names. */
export function entriesNamed(names: ReadonlySet<string>, listed: Listed): ReadonlyMap<string, Entry> {
  return new Map('problem' in listed ? [] : listed.filter(({ name }) => names.has(name)).map((entry) => [entry.name, entry]));
}

export function gitAnswer(files: readonly string[], said: GitSaid): GitAnswer['said'] {
  const among = (set: ReadonlySet<string>): readonly number[] => files.flatMap((file, index) => (set.has(file) ? [index] : []));
  return said && { tracked: among(said.tracked), ignored: among(said.ignored) };
}

async function linksIn(entries: readonly Entry[], folder: string, host: Host): Promise<Links> {
  const links = new Map<string, Stat | undefined>();
  for (const { name, kind } of entries) if (kind === 'link') links.set(name, await host.stat(join(folder, name)));
  return links;
}

/** What was found in some folders of many, written down so that several runs can be told as one. */
import * as z from 'zod/mini';
import { numbered, unnumbered } from '../analysis/check/fingerprint.js';
import type { Finding } from '../analysis/finding.js';
import { groupBy } from '../analysis/group-by.js';
import { decode } from '../workspace/decode.js';
import { join, relative } from '../workspace/paths.js';
import { thresholdsOf, type Arguments } from './args.js';
import { entryOf, lookOf, type Entry } from './cache/entry.js';
import { keptLook, notebooksIn } from './cache/kept-look.js';
import { askAgain, noQuestions, readAnswer } from './cache/questions.js';
import { fileOf, Refusal, type Io } from './io.js';
import type { Look, Told } from './told.js';
import { troubles } from './troubles.js';

/** What merging has to know of a part; the rest is read as it was written. */
const schema = z.object({
  schemaVersion: z.literal(1),
  version: z.string(),
  shard: z.object({ index: z.number(), count: z.number() }),
  /** All folders, those of other parts included, and how they were looked at. */
  asked: z.object({ folders: z.array(z.string()), options: z.string() }),
  folders: z.array(z.object({ folder: z.string(), entry: z.unknown(), problems: z.array(z.string()) })),
});

interface Part extends z.infer<typeof schema> {
  readonly folders: { readonly folder: string; readonly entry: Entry; readonly problems: string[] }[];
}

/**
 * Looks at the folders of one share, each by itself.
 *
 * @param shard `2/4`, the second of four shares
 * @throws Refusal where there is nothing to share out
 */
export async function partOf(
  args: Arguments,
  shard: string,
  io: Io,
): Promise<{ readonly text: string; readonly look: Look; readonly problems: readonly string[] }> {
  const [, index = 0, count = 0] = (/^([0-9]{1,4})\/([0-9]{1,4})$/.exec(shard) ?? []).map(Number);
  if (index < 1 || index > count) throw new Refusal(`--shard needs a share, as in --shard 2/4, not "${shard}".`);
  for (const other of ['format', 'baseline', 'since', 'stdin-filename'])
    if (args.values.has(other)) throw new Refusal(`--${other} belongs to \`detent merge\`, which tells what all shares found.`);
  if (args.paths.length === 0) throw new Refusal('--shard needs the folders to share out, as in `detent check packages/* --shard 2/4`.');
  const { failOn: _failOn, maxWarnings: _maxWarnings, ...overrides } = thresholdsOf(args);
  const all = [...new Set(args.paths.map((path) => relative(io.cwd, fileOf(path, io))))].sort();
  const folders: Part['folders'] = [];
  for (const folder of all.filter((_, i) => i % count === index - 1)) {
    const look = await keptLook({ ...args, paths: [folder] }, io, overrides);
    // All that is known of a folder is forgotten before the next one.
    folders.push({ folder, entry: await written(look, io), problems: troubles(look) });
  }
  const part: Part = {
    schemaVersion: 1,
    version: io.version(),
    shard: { index, count },
    asked: { folders: all, options: JSON.stringify([overrides, args.values.get('config') ?? null]) },
    folders,
  };
  const look = together(
    folders.map(({ entry }) => lookOf(entry, new Map(), new Map(), io.cwd)),
    io,
  );
  return { text: `${JSON.stringify(part)}\n`, look, problems: folders.flatMap(({ problems }) => problems) };
}

/** With what the files hold whose lines are shown: whoever tells it must show the same lines. */
async function written(look: Look, { host, cwd }: Io): Promise<Entry> {
  const entry = entryOf(noQuestions, look, cwd);
  const reads = await Promise.all(entry.texts.map(async (path) => [path, readAnswer(await host.read(join(cwd, path)))] as const));
  return { ...entry, questions: { ...noQuestions, reads } };
}

/**
 * Puts the parts of all shares together, of one run or of several over different folders.
 *
 * @throws Refusal when one is missing, when they do not belong together, or when a file is not what it was
 */
export async function merged(paths: readonly string[], io: Io): Promise<{ readonly look: Look; readonly problems: readonly string[] }> {
  return mergedTexts(await Promise.all(paths.map(async (path) => ({ path, text: await read(path, io) }))), io);
}

/** The same of the texts of parts; `path` names one where it is to blame. */
export async function mergedTexts(
  texts: readonly { readonly path: string; readonly text: string }[],
  io: Io,
): Promise<{ readonly look: Look; readonly problems: readonly string[] }> {
  const parts = texts.map(({ path, text }) => ({ path, part: partIn(text, path) }));
  const [first] = parts;
  if (first === undefined) throw new Refusal('Name what the shares wrote, as in `detent merge part-*.json`.');
  for (const { path, part } of parts)
    if (part.version !== first.part.version || part.asked.options !== first.part.asked.options)
      throw new Refusal(`${path} and ${first.path} were written by different versions, or with different options.`);
  for (const run of groupBy(parts, ({ part }) => JSON.stringify([part.asked.folders, part.shard.count])).values()) {
    const { count } = run[0]!.part.shard;
    const indices = new Set(run.map(({ part }) => part.shard.index));
    for (let index = 1; index <= count; index++)
      if (!indices.has(index)) throw new Refusal(`There is no part of share ${index}/${count}, to which ${run[0]!.path} belongs.`);
  }
  const all = parts.flatMap(({ path, part }) => part.folders.map((one) => ({ path, ...one })));
  for (const [folder, found] of groupBy(all, (one) => one.folder))
    if (found.length > 1) throw new Refusal(`${folder} is in ${found[0]!.path} and in ${found[1]!.path}.`);
  const folders = all.toSorted((a, b) => (a.folder < b.folder ? -1 : 1));
  const looks: Look[] = [];
  for (const { path, folder, entry } of folders) {
    const texts = await askAgain(entry.questions, entry.texts, io.host, io.cwd);
    if (texts === undefined) throw new Refusal(`Files in ${folder} are not what they were when ${path} was written.`);
    looks.push(lookOf(entry, texts, await notebooksIn(texts), io.cwd));
  }
  return { look: together(looks, io), problems: [...new Set(folders.flatMap(({ problems }) => problems))] };
}

async function read(path: string, io: Io): Promise<string> {
  const answer = await io.host.read(fileOf(path, io));
  if ('problem' in answer) throw new Refusal(answer.gone === true ? `There is no part ${path}.` : `${path}: ${answer.problem}.`);
  const decoded = decode(answer.bytes);
  return 'binary' in decoded ? '' : decoded.text;
}

function partIn(text: string, path: string): Part {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Refusal(`${path} is no part: write one with \`detent check packages/* --shard 1/2\`.`);
  return parsed.data as Part;
}

/** Several looks as one. What two folders both say, as of a file that both import, is said once. */
function together(looks: readonly Look[], io: Io): Look {
  const of = <K extends 'tools' | 'agents' | 'findings' | 'unresolved' | 'skipped' | 'internal' | 'configProblems'>(kind: K): Told[K] => {
    const all = looks.flatMap(({ result }): readonly object[] => result[kind] ?? []);
    return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()] as unknown as Told[K];
  };
  const findings = [
    ...new Map(looks.flatMap(({ result }) => result.findings.map(plain)).map((one) => [JSON.stringify(one), one])).values(),
  ];
  const sessionOf = (file: string): Look['session'] | undefined => looks.find(({ session }) => session.text(file) !== undefined)?.session;
  return {
    session: {
      text: (file) => sessionOf(file)?.text(file),
      notebook: (file) => sessionOf(file)?.notebook(file),
      configFor: (file) =>
        (looks.find(({ result }) => result.findings.some(({ place }) => place.file === file)) ?? looks[0]!).session.configFor(file),
    },
    result: {
      tools: of('tools'),
      agents: of('agents'),
      findings: numbered(findings.toSorted(inOrder)),
      unresolved: of('unresolved'),
      skipped: of('skipped'),
      internal: of('internal'),
      configProblems: of('configProblems'),
      files: looks.reduce((sum, { result }) => sum + result.files, 0),
      unreadable: [...new Set(looks.flatMap(({ result }) => result.unreadable))],
    },
    name: (file) => relative(io.cwd, file),
    missing: looks.flatMap(({ missing }) => missing),
  };
}

function plain(finding: Finding): Finding {
  return { ...finding, fingerprint: unnumbered(finding.fingerprint) };
}

function inOrder(a: Finding, b: Finding): number {
  const byText = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);
  return (
    byText(a.place.file, b.place.file) ||
    a.place.span.start - b.place.span.start ||
    byText(a.ruleId, b.ruleId) ||
    a.place.span.end - b.place.span.end ||
    byText(a.message, b.message)
  );
}

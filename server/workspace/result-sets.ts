import type { ResultFormat, ResultKnowledge } from '../../rules/kit/index.js';
import type { Reading, TrialReading } from '../analysis/reliability/reading.js';
import { resultReader } from '../analysis/reliability/read-results.js';
import { joined, setOf, type LoadedResults } from '../analysis/reliability/sets.js';
import { Collector } from '../analysis/reliability/trials.js';
import type { Host } from './host.js';
import { basename, dirname, extension, join } from './paths.js';

/** A file, as it was read. */
interface ReadFile {
  readonly file: string;
  readonly reading: Reading;
  /** It was asked for by its name, and did not turn up in a folder. */
  readonly asked: boolean;
}

type Source = Pick<Host, 'scan' | 'list' | 'stat'>;

const ends = new Set(['.json', '.jsonl', '.ndjson', '.csv', '.tsv']);
/** A file with such a name may hold results; so may a folder. */
export function mayHoldResults(file: string): boolean {
  const end = extension(file);
  return end === '' || ends.has(end);
}

/** Folders of results are not nested deeper than this. */
const deepest = 4;
/** The file of a run, and the folder beside it with a file for each trial. */
const [wholeName, partsName] = ['results.json', 'simulations'];

/**
 * Reads files and folders of results, of any size. In a folder, what holds no results is left out, and said when nothing else is there.
 */
export async function loadResults(paths: readonly string[], host: Source, knowledge: ResultKnowledge): Promise<readonly LoadedResults[]> {
  const found: LoadedResults[] = [];
  const files: ReadFile[] = [];
  for (const path of paths) {
    const kind = (await host.stat(path))?.kind;
    const below: ReadFile[] = [];
    if (kind === 'folder') await readFolder(path, host, knowledge, below, found, deepest);
    else below.push({ file: path, reading: await readOne(path, host, knowledge), asked: true });
    const some = below.filter(({ reading, asked }) => asked || reading.kind !== 'problem' || reading.isOther !== true);
    if (kind === 'folder' && some.length === 0 && !found.some(({ name }) => name.startsWith(path))) {
      const message =
        below.length === 0 ? 'no results are in this folder' : `none of the ${below.length} files in this folder holds results`;
      found.push({ name: path, files: [], set: { kind: 'problem', message } });
    }
    files.push(...some);
  }
  return [...found, ...(await grouped(files, host, knowledge))];
}

async function readFolder(
  folder: string,
  host: Source,
  knowledge: ResultKnowledge,
  files: ReadFile[],
  found: LoadedResults[],
  deeper: number,
): Promise<void> {
  const entries = await host.list(folder);
  if ('problem' in entries) {
    found.push({ name: folder, files: [], set: { kind: 'problem', message: entries.problem } });
    return;
  }
  const names = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const isRun = names.some(({ name }) => name === wholeName) && names.some(({ name, kind }) => name === partsName && kind === 'folder');
  for (const { name, kind: entry } of names) {
    const path = join(folder, name);
    const target = entry === 'link' ? (await host.stat(path))?.kind : undefined;
    const kind = target === 'file' ? target : entry;
    if (isRun ? name === wholeName : kind === 'file' && extension(name) !== '' && mayHoldResults(name))
      files.push({ file: path, reading: await readOne(path, host, knowledge), asked: false });
    else if (!isRun && kind === 'folder' && deeper > 0) await readFolder(path, host, knowledge, files, found, deeper - 1);
  }
}

/** A file for one trial, of a run that has a file for the whole of it. */
export async function isPart(file: string, host: Pick<Host, 'stat'>): Promise<boolean> {
  const folder = dirname(file);
  return basename(folder) === partsName && (await host.stat(join(dirname(folder), wholeName)))?.kind === 'file';
}

/** Reads one file as it stands. */
export async function readOne(file: string, host: Pick<Host, 'scan'>, knowledge: ResultKnowledge): Promise<Reading> {
  const reader = resultReader(knowledge);
  const problem = await host.scan(file, (piece) => reader.push(piece));
  return problem === undefined ? reader.end() : { kind: 'problem', message: problem.problem };
}

/** Files that are one repetition each are joined, and runs with the trials that stand in files of their own. */
async function grouped(files: readonly ReadFile[], host: Source, knowledge: ResultKnowledge): Promise<readonly LoadedResults[]> {
  const sets: LoadedResults[] = [];
  const families = new Map<string, { readonly file: string; readonly reading: TrialReading; readonly name: string }[]>();
  for (const { file, reading } of files) {
    if (reading.kind !== 'trials') {
      sets.push({ name: file, files: [file], set: reading });
      continue;
    }
    const repetition = knowledge.formats.find(({ id }) => id === reading.format)?.repetition;
    if (repetition !== undefined) {
      const { key, name } = familyOf(file, repetition);
      families.set(key, [...(families.get(key) ?? []), { file, reading, name }]);
    } else if (reading.trials.isEmpty) sets.push(await withParts(file, reading, host, knowledge));
    else sets.push({ name: file, files: [file], set: setOf(reading) });
  }
  for (const [name, parts] of families) {
    const { reading } = parts[0]!;
    sets.push({ name: parts.length === 1 ? parts[0]!.file : name, files: parts.map(({ file }) => file), set: joined(reading, parts) });
  }
  return sets;
}

/** The path with `*` for the number of the repetition, and that number. */
function familyOf(file: string, repetition: NonNullable<ResultFormat['repetition']>): { readonly key: string; readonly name: string } {
  let name = '0';
  const key = file.replaceAll(new RegExp(repetition.source, 'g'), (whole: string, number: string) => {
    name = number;
    return `${whole.slice(0, whole.indexOf(number))}*`;
  });
  return { key, name };
}

async function withParts(file: string, whole: TrialReading, host: Source, knowledge: ResultKnowledge): Promise<LoadedResults> {
  const folder = join(dirname(file), partsName);
  const entries = basename(file) === wholeName ? await host.list(folder) : [];
  const names = 'problem' in entries ? [] : entries.filter(({ name, kind }) => kind === 'file' && extension(name) === '.json');
  const trials = new Collector();
  trials.absorb(whole.trials);
  for (const { name } of names.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const part = join(folder, name);
    const reading = await readOne(part, host, knowledge);
    if (reading.kind === 'problem') return { name: part, files: [part], set: reading };
    if (reading.kind === 'trials') trials.absorb(reading.trials);
  }
  return { name: file, files: [file, ...names.map(({ name }) => join(folder, name))], set: setOf({ ...whole, trials }) };
}

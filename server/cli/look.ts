import { createAnalyzer } from '../analysis/analyze.js';
import { relative } from '../workspace/paths.js';
import type { Witness } from '../workspace/tree.js';
import { createSession, type CheckResult, type Session } from '../workspace/session.js';
import type { Config } from '../workspace/config.js';
import { knowledge } from '../../rules/index.js';
import { threadsOf, type Arguments } from './args.js';
import { decode } from '../workspace/decode.js';
import { fileOf, Refusal, type Io } from './io.js';
import type { Readers } from './threads/readers.js';
import type { Look } from './told.js';

/** Something looked at just now, with all that is known of it. */
export interface LiveLook extends Look {
  readonly session: Session;
  readonly result: CheckResult;
}

/** Who is told what the answer rests on. */
export interface Watching {
  readonly note: Witness;
  /** A file was read elsewhere, and this names what it holds. */
  readonly noteRead: (file: string, digest: string) => void;
}

/** Rounds of loading after which an answer is taken as it is. */
const patience = 20;

/**
 * Looks at the paths of a command line: folders are walked, files are taken as they are.
 *
 * @throws Refusal when the configuration that was asked for is not there
 */
export async function look(args: Arguments, io: Io, overrides: Partial<Config> = {}, watch?: Watching): Promise<LiveLook> {
  const given = args.values.get('config')?.[0];
  const configFile = given === undefined ? undefined : fileOf(given, io);
  if (configFile !== undefined && (await io.host.stat(configFile))?.kind !== 'file')
    throw new Refusal(`There is no configuration file ${given}.`);
  io.meter?.enter('read');
  const readers = await readersFor(args, io, watch);
  const session = createSession({
    host: readers?.host ?? io.host,
    knowledge,
    overrides,
    configFile,
    base: io.cwd,
    witness: watch?.note,
    sharing: readers,
    ...(io.meter && { analyzer: (known) => createAnalyzer(known, io.meter?.enter) }),
  });
  const stdin = args.values.get('stdin-filename')?.[0];
  const missing: string[] = [];
  if (stdin !== undefined) {
    if (args.paths.length > 0) throw new Refusal('Give either paths or --stdin-filename.');
    const file = fileOf(stdin, io);
    const text = decode(await io.stdin());
    if ('binary' in text) throw new Refusal('The standard input is not text.');
    session.setText(file, text.text);
    await session.openFiles([file]);
  } else {
    const folders: string[] = [];
    const files: string[] = [];
    for (const path of args.paths.length === 0 ? ['.'] : args.paths) {
      const file = fileOf(path, io);
      const kind = (await io.host.stat(file))?.kind;
      if (kind === undefined) missing.push(path);
      else (kind === 'folder' ? folders : files).push(file);
    }
    if (folders.length > 0) await session.open(folders);
    if (files.length > 0) await session.openFiles(files);
  }
  if (readers !== undefined) io.meter?.add(readers.elsewhere);
  return { session, result: await settledResult(session), name: (file) => relative(io.cwd, file), missing };
}

/** Other threads read as well, where there are some and they are wanted. */
async function readersFor(args: Arguments, { threads, host }: Io, watch: Watching | undefined): Promise<Readers | undefined> {
  const wanted = threadsOf(args, threads?.cores);
  if (threads === undefined || wanted < 2) return undefined;
  const { Readers } = await import('./threads/readers.js');
  return new Readers(host, wanted, threads, watch?.noteRead);
}

/** Checks until nothing more has to be read. */
export async function settledResult(session: Session): Promise<CheckResult> {
  let result = session.check();
  for (let round = 0; round < patience && (await session.settled()); round += 1) result = session.check();
  return result;
}

import { isNotebook } from '../../analysis/syntax/notebook/is-notebook.js';
import type { Notebook } from '../../analysis/syntax/notebook/notebook.js';
import type { Config } from '../../workspace/config.js';
import type { Arguments } from '../args.js';
import type { Io } from '../io.js';
import type { LiveLook } from '../look.js';
import type { Look } from '../told.js';
import { entryOf, lookOf, type Entry } from './entry.js';
import { remembering, without } from './glance.js';
import { askAgain } from './questions.js';
import { shelfFor, type Shelf } from './shelf.js';
import { Watch } from './watch.js';

/**
 * Looks at the paths of a command line; or finds that everything that was asked of the world for the last answer would be answered
 * the same way now, and gives the last answer.
 *
 * @throws Refusal as looking does
 */
export async function keptLook(args: Arguments, io: Io, overrides: Partial<Config> = {}): Promise<Look> {
  const shelf = args.values.has('stdin-filename') ? undefined : await shelfFor(args, io, overrides);
  if (shelf === undefined) return lookNow(args, io, overrides);
  const world = without(shelf, io.host);
  const entry = await shelf.entry();
  const host = entry === undefined ? world : remembering(world);
  if (entry) io.meter?.enter('kept');
  const kept = entry && (await lookAgain(entry, shelf, { ...io, host }));
  if (io.meter) io.meter.kept = kept ? 'held' : entry ? 'changed' : 'none';
  if (kept) return kept;
  const watch = new Watch(host, io.cwd);
  const found = await lookNow(args, { ...io, host: watch.host }, overrides, watch);
  const questions = watch.questions();
  // A bug of ours may not show the next time, and must not be kept from showing.
  if (questions && found.missing.length + found.result.internal.length === 0) await shelf.put(entryOf(questions, found, io.cwd));
  return found;
}

/** All that reads and traces is loaded only when it is needed: it takes longer than asking again. */
async function lookNow(args: Arguments, io: Io, overrides: Partial<Config>, watch?: Watch): Promise<LiveLook> {
  const { look } = await import('../look.js');
  const found = await look(args, io, overrides, watch);
  if (found.result.tools.length > 0) io.warm?.();
  return found;
}

async function lookAgain(entry: Entry, shelf: Shelf, { host, cwd }: Io): Promise<Look | undefined> {
  try {
    const ours = shelf.isOurs();
    const texts = await askAgain(entry.questions, entry.texts, host, cwd);
    const kept = texts && (await ours) ? lookOf(entry, texts, await notebooksIn(texts), cwd) : undefined;
    host.log('debug', kept ? 'cache: an answer was kept and holds' : 'cache: an answer was kept and does not hold');
    return kept;
  } catch {
    // Only a forged entry has another form than ours.
    return undefined;
  }
}

/** The notebooks among these files. */
export async function notebooksIn(texts: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, Notebook>> {
  const files = [...texts].filter(([file]) => isNotebook(file));
  if (files.length === 0) return new Map();
  const { readNotebook } = await import('../../analysis/syntax/notebook/file.js');
  return new Map(
    files.flatMap(([file, json]) => {
      const { notebook } = readNotebook(json);
      return notebook === undefined ? [] : [[file, notebook] as const];
    }),
  );
}

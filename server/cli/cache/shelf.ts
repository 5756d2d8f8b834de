import { dirname, join, relative, upward } from '../../workspace/paths.js';
import { fileOf, type Io } from '../io.js';
import type { Arguments } from '../args.js';
import { decodeEntry, encodeEntry, type Entry } from './entry.js';
import { fileNameOf } from './digest.js';

/** At most so many entries stay in a folder, and so many bytes. */
const limits = { entries: 64, bytes: 64 * 1024 * 1024, entry: 5 * 1024 * 1024 };

/** What we call our files, and what a run that was killed while it wrote leaves behind. Nothing else is ever removed. */
const own = /^[0-9a-f]{32}\.json(?:\.[0-9a-f]{8}\.tmp)?$/;

/** The place of one entry. Whatever goes wrong there, the run goes on without. */
export class Shelf {
  readonly folder: string;
  readonly #name: string;
  readonly #host: Io['host'];

  constructor(folder: string, name: string, host: Io['host']) {
    this.folder = folder;
    this.#name = name;
    this.#host = host;
  }

  /** A file of this name in the folder is one of ours. */
  isOwn(name: string): boolean {
    return own.test(name);
  }

  async entry(): Promise<Entry | undefined> {
    const answer = await this.#host.read(this.#file);
    if ('problem' in answer) return undefined;
    const entry = decodeEntry(answer.bytes, this.#name);
    if (entry === undefined) this.#host.log('debug', 'cache: what is kept is damaged, or another version wrote it');
    return entry;
  }

  /** What is checked does not bring its own answer along: an entry that git tracks comes from whoever wrote the code. */
  async isOurs(): Promise<boolean> {
    for (const folder of upward(dirname(this.#file))) {
      if (!(await this.#host.stat(join(folder, '.git')))) continue;
      const answer = await this.#host.git(folder, [this.#file]);
      return answer !== null && !answer.tracked.has(this.#file);
    }
    return true;
  }

  async put(entry: Entry): Promise<void> {
    const bytes = encodeEntry(entry, this.#name);
    if (!bytes || bytes.length > limits.entry) return;
    const problem = await this.#host.replace(this.#file, bytes);
    if (problem) this.#host.log('debug', `cache: nothing is kept: ${problem.problem}`);
    else await this.#prune();
  }

  /** Removes the oldest entries. */
  async #prune(): Promise<void> {
    const entries = await this.#host.list(this.folder);
    if ('problem' in entries) return;
    const files: { readonly file: string; readonly size: number; readonly modified: number }[] = [];
    for (const { name, kind } of entries) {
      const file = join(this.folder, name);
      const stat = kind === 'file' && this.isOwn(name) && file !== this.#file ? await this.#host.stat(file) : undefined;
      if (stat) files.push({ file, size: stat.size, modified: stat.modified ?? 0 });
    }
    let bytes = limits.entry;
    for (const [index, { file, size }] of files.toSorted((a, b) => b.modified - a.modified).entries()) {
      bytes += size;
      if (index + 1 >= limits.entries || bytes > limits.bytes) await this.#host.discard(file);
    }
  }

  get #file(): string {
    return join(this.folder, `${this.#name}.json`);
  }
}

/**
 * Where the answer to this command line is kept; `undefined` where nothing is kept. How deep the folder stands is part of the
 * name: what lies above it is asked up to the root, so elsewhere more would have to be asked.
 */
export async function shelfFor(args: Arguments, io: Io, overrides: object): Promise<Shelf | undefined> {
  const { keeps, host, cwd } = io;
  if (!keeps || args.flags.has('no-cache')) return undefined;
  const given = args.values.get('cache-location')?.[0];
  const beside = (await host.stat(join(cwd, 'node_modules')))?.kind === 'folder' ? join(cwd, 'node_modules/.cache/detent') : undefined;
  const shared = keeps.folder === undefined ? undefined : join(keeps.folder, 'detent');
  const folder = given === undefined ? (beside ?? shared) : fileOf(given, io);
  if (folder === undefined) return undefined;
  const owner = folder === shared ? cwd : '';
  const asked = (args.paths.length === 0 ? ['.'] : args.paths).map((path) => relative(cwd, fileOf(path, io)));
  const config = args.values.get('config')?.map((path) => relative(cwd, fileOf(path, io)));
  const name = fileNameOf(JSON.stringify([keeps.build, owner, upward(cwd).length, asked, config, overrides]));
  return new Shelf(folder, name, host);
}

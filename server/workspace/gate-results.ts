import type { ReleaseGate } from '../../rules/kit/index.js';
import { bytesOfText } from '../analysis/encoding.js';
import { pathsOf } from '../analysis/environment/path.js';
import type { Knowledge } from '../analysis/snapshot.js';
import type { LoadedResults, ResultSet } from '../analysis/reliability/sets.js';
import { settingsOf, type Config } from './config.js';
import { headOf } from './head.js';
import type { Host } from './host.js';
import { dirname, isInside } from './paths.js';
import { pathOf, placesAt } from './result-paths.js';
import { isPart, loadResults, mayHoldResults } from './result-sets.js';
import type { Settings } from './settings.js';
import type { Tracking } from './tracking.js';
import type { Tree } from './tree.js';

export interface GateResultsOptions {
  readonly host: Host;
  readonly knowledge: Pick<Knowledge, 'results' | 'credentials'>;
  readonly tree: Tree;
  readonly tracking: Tracking;
  /** Text of a file as it stands in an editor. */
  readonly unsaved: (file: string) => string | undefined;
  readonly rootOf: (file: string) => string;
  /** Files above this size, in bytes, are not read. */
  readonly largest: number;
}

/** Results of so many places are read at most, where nobody named them. */
const tried = 3;

/** The results that gates name. Where there is no gate, nothing is read. */
export class GateResults {
  readonly #options: GateResultsOptions;
  /** By the path that was asked for, `*` and all. */
  readonly #loaded = new Map<string, readonly LoadedResults[]>();
  #tests: ((path: string) => boolean) | undefined;
  #ungated: { readonly files: readonly string[]; readonly found: readonly LoadedResults[] } | undefined;

  constructor(options: GateResultsOptions) {
    this.#options = options;
  }

  /** Reads what the gates of these settings name and is not known yet, and asks for all that will be said of it. `called`: files by their names. */
  async prepare(settings: readonly Settings[], called: readonly string[]): Promise<void> {
    const gates = gatesOf(settings);
    await this.#load(gates);
    // They are only advice for who has none.
    const wanted = settings.some(({ config }) => config.passK.length === 0 && hearsAdvice(config));
    await this.#loadUngated(wanted ? called : []);
    const { read, shown } = this.#files(gates);
    if (read.length === 0) return;
    const { tree, tracking } = this.#options;
    await tracking.ask(read);
    do {
      for (const file of read) headOf(tree, file);
      for (const file of shown) tree.text(file);
    } while (await tree.load());
  }

  async #load(gates: readonly ReleaseGate[]): Promise<void> {
    const wanted = new Set(gates.map(pathOf));
    for (const path of [...this.#loaded.keys()]) if (!wanted.has(path)) this.#loaded.delete(path);
    for (const path of wanted) {
      if (this.#loaded.has(path)) continue;
      const paths = await placesAt(path, this.#options.host);
      this.#loaded.set(path, await loadResults(paths, this.#source(), this.#options.knowledge.results));
    }
  }

  /** Looks whether these files, which are called as results are, hold some; the first ones are enough. */
  async #loadUngated(called: readonly string[]): Promise<void> {
    const some: string[] = [];
    const folders = new Map<string, boolean>();
    for (const file of called) {
      if (some.length === tried) break;
      if (this.#isOfTests(file)) continue;
      // A run may have a file for each of thousands of trials.
      const folder = dirname(file);
      if (!folders.has(folder)) folders.set(folder, await isPart(file, this.#options.host));
      if (folders.get(folder) === false) some.push(file);
    }
    if (this.#ungated !== undefined && this.#ungated.files.join('\n') === some.join('\n')) return;
    const found = some.length === 0 ? [] : await loadResults(some, this.#source(), this.#options.knowledge.results);
    this.#ungated = { files: some, found: found.filter(({ set }) => set.kind !== 'problem') };
  }

  #isOfTests(file: string): boolean {
    const { knowledge, rootOf } = this.#options;
    this.#tests ??= pathsOf(knowledge.credentials, ['test']);
    return this.#tests(file.slice(rootOf(file).length));
  }

  /** `undefined`: nobody asked for the gate's configuration, but for single files that it governs. */
  of(gate: ReleaseGate): readonly LoadedResults[] | undefined {
    return this.#loaded.get(pathOf(gate));
  }

  get ungated(): readonly LoadedResults[] {
    return this.#ungated?.found ?? [];
  }

  /** Results that gates name and that cannot be read. */
  broken(settings: readonly Settings[]): readonly { readonly file: string; readonly reason: string }[] {
    return gatesOf(settings).flatMap((gate) =>
      (this.of(gate) ?? []).flatMap(({ name, set }) => {
        if (set.kind !== 'problem') return [];
        return [{ file: name, reason: set.place === undefined ? set.message : `line ${set.place.line}: ${set.message}` }];
      }),
    );
  }

  /** Files that were read, and those of them in which something will be pointed at. */
  #files(gates: readonly ReleaseGate[]): { readonly read: readonly string[]; readonly shown: readonly string[] } {
    const all = [
      ...gates.flatMap((gate) => (this.of(gate) ?? []).map((loaded) => ({ loaded, k: gate.k }))),
      ...this.ungated.map((loaded) => ({ loaded, k: 0 })),
    ];
    return {
      read: all.flatMap(({ loaded }) => loaded.files),
      shown: all.flatMap(({ loaded, k }) => (loaded.files.length === 1 && isPointedAt(loaded.set, k) ? loaded.files : [])),
    };
  }

  /** Files came, went, or are others on disk. */
  changed(files: readonly string[]): void {
    this.#forget((path) => {
      const [fixed = path] = path.split('*');
      return files.some((file) => isInside(file, fixed) || (file.startsWith(fixed) && mayHoldResults(file)));
    });
    if (this.#ungated?.files.some((file) => files.includes(file)) === true) this.#ungated = undefined;
  }

  /**
   * The text of a file in an editor is another one.
   *
   * @returns whether it was read as results
   */
  edited(file: string): boolean {
    const before = this.#loaded.size;
    this.#forget((_path, loaded) => loaded.some(({ files }) => files.includes(file)));
    const isUngated = this.#ungated?.files.includes(file) === true;
    if (isUngated) this.#ungated = undefined;
    return isUngated || this.#loaded.size < before;
  }

  #forget(isConcerned: (path: string, loaded: readonly LoadedResults[]) => boolean): void {
    for (const [path, loaded] of [...this.#loaded]) if (isConcerned(path, loaded)) this.#loaded.delete(path);
  }

  #source(): Pick<Host, 'scan' | 'list' | 'stat'> {
    const { host, unsaved, largest } = this.#options;
    return {
      list: (folder) => host.list(folder),
      stat: (path) => host.stat(path),
      async scan(file, take) {
        const text = unsaved(file);
        if (text !== undefined) {
          take(bytesOfText(text));
          return undefined;
        }
        const size = (await host.stat(file))?.size ?? 0;
        if (size > largest)
          return { problem: `larger than ${Math.floor(largest / 1024 / 1024)} MB: \`detent check\` and \`detent pass-k\` read it` };
        return host.scan(file, take);
      },
    };
  }
}

function hearsAdvice({ sets, rules }: Config): boolean {
  return sets.includes('strict') || Object.entries(rules).some(([id, level]) => id.startsWith('reliability/') && level !== 'off');
}

function gatesOf(settings: readonly Settings[]): readonly ReleaseGate[] {
  return settings.flatMap(({ config }) => settingsOf(config).gates);
}

/** A row of it may be spoken of; of most results only the whole is. */
function isPointedAt(set: ResultSet, k: number): boolean {
  if (set.kind !== 'trials') return set.kind === 'summary' || set.place !== undefined;
  const { tasks, planned, notes } = set;
  return notes.contradicting.length > 0 || tasks.some(({ trials }) => trials < Math.max(planned, k));
}

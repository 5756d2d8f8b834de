import type { SkippedFile } from '../analysis/finding.js';
import { isSameList } from '../analysis/same-list.js';
import type { Documents } from './documents.js';
import { otherKind, type FileKind, type Kinds } from './kinds.js';
import { basename, dirname, extension, isInside, join } from './paths.js';
import { mayHoldResults } from './result-sets.js';
import type { Settings, SettingsStore } from './settings.js';
import type { Tree } from './tree.js';
import { isForeign, settingsName, walk, type Walked } from './walk.js';

/** What there is to report on, and what there is to say about the rest. */
export interface Report {
  /** Files with the same settings, sorted. */
  readonly groups: readonly { readonly settings: Settings; readonly files: readonly string[] }[];
  readonly skipped: readonly SkippedFile[];
  readonly unreadable: readonly string[];
  /** Files that were looked at. */
  readonly count: number;
}

/** Which files the user asked about: folders, single files, and what is open in the editor. */
export class Scope {
  readonly #tree: Tree;
  readonly #documents: Documents;
  readonly #settings: SettingsStore;
  readonly #base: string | undefined;
  readonly #kinds: Kinds;
  readonly #ahead: ((file: string) => void) | undefined;
  readonly #roots = new Map<string, Walked>();
  readonly #explicit = new Set<string>();
  /** Folders that names of files count from, walked or not yet. */
  #around: readonly string[] = [];
  #files: ReadonlyMap<string, FileKind> | undefined;
  #resultFiles: readonly string[] = [];
  #report: Report | undefined;

  /** `ahead` is told of sources while folders are walked. */
  constructor(
    tree: Tree,
    documents: Documents,
    settings: SettingsStore,
    kinds: Kinds,
    base: string | undefined,
    ahead: ((file: string) => void) | undefined,
  ) {
    this.#tree = tree;
    this.#ahead = ahead;
    this.#kinds = kinds;
    this.#documents = documents;
    this.#settings = settings;
    this.#base = base;
  }

  /** Says which folders files are named from, before they are walked; `true` when it makes a difference. */
  announce(roots: readonly string[]): boolean {
    if (isSameList(this.#around, roots)) return false;
    this.#around = roots;
    return true;
  }

  async setRoots(roots: readonly string[]): Promise<void> {
    for (const root of [...this.#roots.keys()]) if (!roots.includes(root)) this.#roots.delete(root);
    for (const root of roots) if (!this.#roots.has(root)) this.#roots.set(root, await walk(this.#tree, root, this.#kinds, this.#ahead));
    this.reset();
  }

  async walkAgain(): Promise<void> {
    for (const root of [...this.#roots.keys()]) this.#roots.set(root, await walk(this.#tree, root, this.#kinds, this.#ahead));
    this.reset();
  }

  add(files: readonly string[]): void {
    for (const file of files) this.#explicit.add(file);
    this.reset();
  }

  /** Forgets what was derived from the present files. */
  reset(): void {
    this.#files = undefined;
    this.#report = undefined;
  }

  /** The text of an open file changed; that matters here when the file begins or ceases to matter. */
  touched(file: string): void {
    const listed = this.#report?.groups.some(({ files }) => files.includes(file)) ?? false;
    if (listed !== this.#matters(file) || this.#documents.skipped(file)) this.reset();
  }

  rootOf(file: string): string {
    if (this.#base !== undefined && isInside(this.#base, file)) return this.#base;
    const around = this.#around.filter((root) => isInside(root, file));
    return (
      around.reduce<string | undefined>((best, root) => (best === undefined || root.length > best.length ? root : best), undefined) ??
      dirname(file)
    );
  }

  /** Asks for everything that the settings of the files are read from. */
  prepare(): void {
    for (const file of this.#all().keys()) this.#settings.for(file);
    this.#settings.problems(this.settingsFiles());
  }

  /** Our own settings files, whether or not they decide about any file. */
  settingsFiles(): readonly string[] {
    const open = this.#documents.unsavedFiles().filter((file) => file.endsWith(`/${settingsName}`));
    return [...new Set([...[...this.#roots.values()].flatMap(({ settings }) => settings), ...open])];
  }

  *unread(): Iterable<{ readonly file: string; readonly kind: FileKind }> {
    for (const [file, kind] of this.#all()) {
      if (kind !== 'results' && !this.#documents.isKnown(file) && !this.#isIgnored(file)) yield { file, kind };
    }
  }

  /** Files whose imports are followed. */
  *starts(): Iterable<string> {
    for (const [file, kind] of this.#all()) if (kind === 'source' && this.#documents.get(file)?.tools && !this.#isIgnored(file)) yield file;
  }

  /** Files that are looked at for another reason. */
  *others(): Iterable<string> {
    for (const [file, kind] of this.#all())
      if (kind === 'source' && this.#documents.get(file)?.tools === false && !this.#isIgnored(file)) yield file;
  }

  /** Files for which it matters whether git keeps them. */
  *configFiles(): Iterable<string> {
    for (const [file, kind] of this.#all()) {
      if (kind === 'config' && !this.#isIgnored(file) && (basename(file) !== 'package.json' || this.#documents.get(file)?.secrets))
        yield file;
    }
  }

  /** Files that are called as results of trials are. */
  results(): readonly string[] {
    this.#all();
    return this.#resultFiles.filter((file) => !this.#isIgnored(file));
  }

  /** The settings by which results are judged, also where there is nothing else to look at. */
  judging(): readonly Settings[] {
    const named = [...this.#explicit].filter((file) => this.#mayBeGated(file));
    const roots = [...this.#roots.keys()].map((root) => join(root, settingsName));
    const files = [...this.settingsFiles(), ...this.results(), ...roots, ...named];
    return [...new Map(files.map((file) => this.#settings.for(file)).map((one) => [one.source, one])).values()];
  }

  /** Somebody who asks for such a file asks what its configuration wants of it. */
  #mayBeGated(file: string): boolean {
    const kind = this.#kinds.of(file);
    return extension(file) !== '' && mayHoldResults(file) && (kind === undefined || kind === 'results');
  }

  report(): Report {
    this.#report ??= this.#compose();
    return this.#report;
  }

  /** The text of the file was looked at, whatever it holds. */
  isLookedAt(file: string): boolean {
    const kind = this.#all().get(file);
    if (kind === undefined || kind === 'results' || this.#isIgnored(file)) return false;
    return this.#documents.get(file) !== undefined || (this.#documents.isKnown(file) && this.#documents.skipped(file) === undefined);
  }

  #compose(): Report {
    const groups = new Map<string, { readonly settings: Settings; readonly files: string[] }>();
    const walks = [...this.#roots.values()];
    const skipped = walks.flatMap((walked) => walked.skipped);
    const unreadable = walks.flatMap((walked) => walked.unreadable);
    let count = 0;
    for (const file of [...this.#all().keys()].sort()) {
      if (this.#all().get(file) === 'results') {
        if (this.#explicit.has(file)) skipped.push({ file, reason: 'results of trials: `detent pass-k` reads them' });
        continue;
      }
      if (this.#isIgnored(file)) {
        if (this.#explicit.has(file)) skipped.push({ file, reason: `ignored by ${settingsName}` });
        continue;
      }
      const state = this.#documents.skipped(file);
      if (state) skipped.push({ file, reason: state.reason });
      if (state?.failed) unreadable.push(file);
      if (this.#documents.get(file) || !state) count += 1;
      if (!this.#matters(file)) continue;
      const settings = this.#settings.for(file);
      const group = groups.get(settings.source);
      if (group) group.files.push(file);
      else groups.set(settings.source, { settings, files: [file] });
    }
    const called = new Set(this.results().map((file) => this.#settings.for(file).source));
    for (const settings of this.judging()) {
      const has = settings.config.passK.length > 0 || called.has(settings.source);
      if (has && !groups.has(settings.source)) groups.set(settings.source, { settings, files: [] });
    }
    for (const file of this.#explicit) {
      if (this.#kinds.of(file) !== undefined || basename(file) === settingsName) continue;
      const isGated = this.#mayBeGated(file) && this.#settings.for(file).config.passK.length > 0;
      skipped.push({ file, reason: isGated ? 'only looked at by the gates that name it' : otherKind });
    }
    return { groups: [...groups.values()], skipped, unreadable, count };
  }

  /** The file has something to report on, as far as can be told without reading it. */
  #matters(file: string): boolean {
    const document = this.#documents.get(file);
    if (document === undefined) return false;
    // The project's own production hosts make more fallbacks dangerous than are known here.
    const mayFallBack = document.environment && this.#settings.for(file).config.productionHosts.length > 0;
    return document.tools || document.secrets || mayFallBack || isConfiguration(this.#all().get(file));
  }

  #isIgnored(file: string): boolean {
    return this.#settings.for(file).ignores(file, false) === true;
  }

  #all(): ReadonlyMap<string, FileKind> {
    if (this.#files) return this.#files;
    const all = new Map<string, FileKind>();
    for (const { files } of this.#roots.values()) for (const [file, kind] of files) all.set(file, kind);
    const open = this.#documents.unsavedFiles().filter((file) => !isForeign(file) || all.has(file));
    for (const file of [...this.#explicit, ...open]) {
      const kind = this.#kinds.of(file);
      if (kind !== undefined) all.set(file, kind);
    }
    this.#files = all;
    this.#resultFiles = [...all].flatMap(([file, kind]) => (kind === 'results' ? [file] : [])).sort();
    return all;
  }
}

function isConfiguration(kind: FileKind | undefined): boolean {
  return kind === 'config' || kind === 'script';
}

import { createAnalyzer, type Analyzer } from '../analysis/analyze.js';
import type { Result } from '../analysis/finding.js';
import type { ToolTrace } from '../analysis/recognise/trace-tool.js';
import { defineEffects, type Tool } from '../../rules/kit/index.js';
import type { Knowledge, Snapshot } from '../analysis/snapshot.js';
import type { Config } from './config.js';
import { Documents } from './documents.js';
import { createFilters } from './filters.js';
import type { Host } from './host.js';
import { Links } from './links.js';
import { configNames, createKinds, isStructural } from './kinds.js';
import { markedEffects } from '../analysis/languages.js';
import type { Notebook, SourceCell } from '../analysis/syntax/notebook/notebook.js';
import { basename, dirname, isInside } from './paths.js';
import { prepare } from './prepared.js';
import type { Sharing } from './reading.js';
import { fixable, merge, type CheckResult } from './results.js';
import { GateResults } from './gate-results.js';
import { Grammar } from './grammar.js';
import { headOf } from './head.js';
import { Scope } from './scope.js';
import { SettingsStore, type Settings } from './settings.js';
import { createSnapshot, filesOf } from './snapshot.js';
import { Tree, type Witness } from './tree.js';
import { Tracking } from './tracking.js';

export type { ConfigProblem } from './config-read.js';
export type { CheckResult } from './results.js';

/**
 * One workspace over time. Changes are told to it, answers are asked of it. Asynchronous steps run one after another;
 * `check` may be called at any moment and answers for what is known at that moment.
 */
export interface Session {
  /** Walks and reads these folders; a later call adds or removes folders. */
  open(roots: readonly string[]): Promise<void>;
  /** Says which folders will be opened, for what is looked at before that: what a file is may rest on how it is named from there. */
  announce(roots: readonly string[]): void;
  /** Looks at these files too, wherever they are. */
  openFiles(files: readonly string[]): Promise<void>;
  /** Unsaved text, without byte order mark; it wins over the disk. */
  setText(file: string, text: string): void;
  /** The code cells of a notebook that an editor holds open, each by its own document; they win over the disk, too. */
  setCells(file: string, cells: readonly SourceCell[]): void;
  clearText(file: string): void;
  /** Files or folders were created, changed or deleted on disk. */
  changed(files: readonly string[]): Promise<void>;
  check(): CheckResult;
  /**
   * Reads what the last check or edit asked for and did not have, such as the target of an import that was just
   * written. Answers whether the next check may say something else; `false` comes at once.
   */
  settled(): Promise<boolean>;
  /** What places are offsets in: the text of a file; of a notebook, the code of its cells. */
  text(file: string): string | undefined;
  /** What leads from there to the cells and the text of the file. */
  notebook(file: string): Notebook | undefined;
  /** How a tool of the last check was followed, step by step. */
  trace(tool: Tool): ToolTrace | undefined;
  /** The configuration in force for a file. */
  configFor(file: string): Config;
  /** Where it is written; `undefined` for the defaults. */
  configFileFor(file: string): string | undefined;
  /** The file is among those that the last check was about, whether or not it held anything. */
  isLookedAt(file: string): boolean;
}

export interface SessionOptions {
  readonly host: Host;
  readonly knowledge: Knowledge;
  /** Wins over every configuration file. */
  readonly overrides?: Partial<Config>;
  /** Configuration file for everything, instead of the nearest one. */
  readonly configFile?: string;
  /** Folder that paths in fingerprints and messages are relative to; default: the root that holds the file. */
  readonly base?: string;
  /** Is told on which entries of folders the answers rest; all else that they rest on is asked of the host. */
  readonly witness?: Witness;
  /** Files of results above this size, in bytes, are not read; default: all are. */
  readonly largestResults?: number;
  /** Has some of many sources read elsewhere. */
  readonly sharing?: Sharing;
  /** Makes the analysis, for those who look on, and in tests. */
  readonly analyzer?: (knowledge: Knowledge) => Analyzer;
}

export function createSession(options: SessionOptions): Session {
  return new WorkspaceSession(options);
}

interface Analyzing {
  readonly settings: Settings;
  readonly analyzer: Analyzer;
  readonly last: { readonly moment: object; readonly files: Snapshot['files'] } | undefined;
}

class WorkspaceSession implements Session {
  readonly #options: SessionOptions;
  readonly #tree: Tree;
  readonly #documents: Documents;
  readonly #grammar: Grammar;
  readonly #links: Links;
  readonly #settings: SettingsStore;
  readonly #tracking: Tracking;
  readonly #scope: Scope;
  readonly #results: GateResults;
  readonly #analyzers = new Map<string, Analyzing>();
  /** Files whose text was edited since the last answer; `undefined` when anything else happened, too. */
  #edited: Set<string> | undefined;
  /** Files on disk whose text is out of date. */
  readonly #stale = new Set<string>();
  #work: Promise<unknown> = Promise.resolve();
  #last: CheckResult | undefined;
  /** Results were edited, and are to be read again. */
  #staleResults = false;

  constructor(options: SessionOptions) {
    const { host } = options;
    const { knowledge, packages, tools } = prepare(options.knowledge);
    this.#options = { ...options, knowledge };
    this.#documents = new Documents(host, createFilters(knowledge, tools));
    this.#tree = new Tree(host, (file) => this.#documents.unsaved(file), options.witness);
    this.#grammar = new Grammar(host, this.#documents);
    this.#links = new Links(this.#tree, this.#documents, packages);
    this.#settings = new SettingsStore({
      tree: this.#tree,
      ruleIds: knowledge.checks.map(({ id }) => id),
      overrides: options.overrides ?? {},
      only: options.configFile,
    });
    this.#tracking = new Tracking(host, this.#tree);
    const kinds = createKinds(configNames(knowledge.credentials, knowledge.results));
    this.#scope = new Scope(this.#tree, this.#documents, this.#settings, kinds, options.base, options.sharing?.ahead);
    this.#results = new GateResults({
      host,
      knowledge,
      tree: this.#tree,
      tracking: this.#tracking,
      unsaved: (file) => this.#documents.unsaved(file),
      rootOf: (file) => this.#scope.rootOf(file),
      largest: options.largestResults ?? Infinity,
    });
  }

  announce(roots: readonly string[]): void {
    if (!this.#scope.announce(roots)) return;
    this.#last = undefined;
    // What is kept of a text may rest on how its file is named.
    this.#analyzers.clear();
  }

  open(roots: readonly string[]): Promise<void> {
    return this.#enqueue(() => {
      this.announce(roots);
      return this.#scope.setRoots(roots);
    });
  }

  openFiles(files: readonly string[]): Promise<void> {
    return this.#enqueue(async () => {
      this.#scope.add(files);
    });
  }

  setText(file: string, text: string): void {
    const isNew = this.#isNew(file);
    if (this.#documents.setText(file, text)) this.#touched(file, isNew);
  }

  setCells(file: string, cells: readonly SourceCell[]): void {
    const isNew = this.#isNew(file);
    if (this.#documents.setCells(file, cells)) this.#touched(file, isNew);
  }

  clearText(file: string): void {
    if (!this.#documents.clearText(file)) return;
    // What an editor had open before it was read was never read.
    if (!this.#documents.isKnown(file)) this.#stale.add(file);
    this.#touched(file, this.#tree.kind(file) !== 'file');
  }

  changed(files: readonly string[]): Promise<void> {
    return this.#enqueue(async () => {
      let structural = false;
      for (const path of files) {
        const before = this.#tree.kind(path);
        this.#tree.forget(path);
        const folder = await this.#tree.list(dirname(path));
        const now = 'problem' in folder ? undefined : folder.get(basename(path))?.kind;
        structural ||= now !== 'file' || before !== 'file' || isStructural(path);
        for (const file of this.#documents.files()) if (isInside(path, file)) this.#stale.add(file);
      }
      this.#tracking.forget(files);
      this.#results.changed(files);
      if (!structural) return;
      this.#restructure();
      await this.#scope.walkAgain();
    });
  }

  check(): CheckResult {
    this.#last ??= this.#check();
    return this.#last;
  }

  async settled(): Promise<boolean> {
    if (!this.#incomplete) return false;
    await this.#enqueue(async () => {
      this.#restructure();
    });
    return true;
  }

  text(file: string): string | undefined {
    return this.#documents.get(file)?.text ?? this.#tree.text(file);
  }

  notebook(file: string): Notebook | undefined {
    return this.#documents.get(file)?.notebook;
  }

  trace(tool: Tool): ToolTrace | undefined {
    for (const { analyzer } of this.#analyzers.values()) {
      const found = analyzer.trace?.(tool);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  configFor(file: string): Config {
    return this.#settings.for(file).config;
  }

  configFileFor(file: string): string | undefined {
    return this.#settings.for(file).source || undefined;
  }

  isLookedAt(file: string): boolean {
    return this.#scope.isLookedAt(file);
  }

  #check(): CheckResult {
    const { groups, skipped, unreadable, count } = this.#scope.report();
    for (const source of [...this.#analyzers.keys()])
      if (!groups.some((group) => group.settings.source === source)) this.#analyzers.delete(source);
    const analyze = (): readonly Result[] => groups.map(({ settings, files }) => this.#analyze(settings, files));
    // An analyzer keeps what it learned about a text; when the same import leads elsewhere, it must learn anew.
    if (this.#links.takeChanged()) this.#analyzers.clear();
    let results = analyze();
    if (this.#links.takeChanged()) {
      this.#analyzers.clear();
      results = analyze();
    }
    this.#edited = new Set();
    const broken = this.#results.broken(groups.map(({ settings }) => settings));
    const merged = merge(results, [...skipped, ...broken]);
    return {
      ...merged,
      findings: fixable(merged.findings, (file) => this.notebook(file)),
      configProblems: this.#settings.problems(this.#scope.settingsFiles()),
      files: count,
      unreadable: [...unreadable, ...broken.map(({ file }) => file)],
    };
  }

  #analyze(settings: Settings, files: readonly string[]): Result {
    const world = {
      tree: this.#tree,
      documents: this.#documents,
      links: this.#links,
      tracking: this.#tracking,
      rootOf: (file: string) => this.#scope.rootOf(file),
      governs: (file: string) => this.#settings.for(file).source === settings.source,
      results: this.#results,
      head: (file: string) => headOf(this.#tree, file),
    };
    try {
      const known = this.#analyzers.get(settings.source);
      const { analyzer, last } = known?.settings === settings ? known : { analyzer: this.#createAnalyzer(settings), last: undefined };
      const edited = last === undefined || this.#edited === undefined ? undefined : { since: last.moment, files: this.#edited };
      const snapshot = createSnapshot(world, settings, filesOf(world, files, last?.files), edited);
      this.#analyzers.set(settings.source, { settings, analyzer, last: { moment: snapshot.moment, files: snapshot.files } });
      return analyzer.analyze(snapshot);
    } catch (error) {
      this.#analyzers.delete(settings.source);
      // The words of an error may quote the text that was read, secrets included.
      const name = error instanceof Error ? error.name : typeof error;
      return { tools: [], findings: [], unresolved: [], skipped: [], internal: [{ where: 'analysis', message: `${name} was thrown` }] };
    }
  }

  #createAnalyzer({ config }: Settings): Analyzer {
    const { knowledge, analyzer = createAnalyzer } = this.#options;
    return analyzer(
      config.extraEffects.length === 0
        ? knowledge
        : { ...knowledge, effects: [...config.extraEffects.map((one) => markedEffects(defineEffects(one))), ...knowledge.effects] },
    );
  }

  get #incomplete(): boolean {
    return (
      this.#tree.incomplete ||
      this.#links.incomplete ||
      this.#settings.incomplete ||
      this.#stale.size > 0 ||
      this.#grammar.isMissing ||
      this.#staleResults
    );
  }

  #isNew(file: string): boolean {
    return this.#documents.unsaved(file) === undefined && this.#tree.kind(file) !== 'file';
  }

  #touched(file: string, cameOrWent: boolean): void {
    this.#last = undefined;
    this.#staleResults ||= this.#results.edited(file);
    this.#scope.touched(file);
    this.#edited?.add(file);
    this.#grammar.touched(file);
    if (cameOrWent || isStructural(file)) {
      this.#restructure();
      this.#links.follow(this.#scope.starts());
    }
    this.#links.follow([file]);
  }

  /** Imports may lead elsewhere from now on, and other settings hold. */
  #restructure(): void {
    this.#last = undefined;
    this.#edited = undefined;
    this.#grammar.reset();
    this.#tree.forgetDerived();
    this.#links.reset();
    this.#settings.reset();
    this.#scope.reset();
  }

  #enqueue(step: () => Promise<void>): Promise<void> {
    const done = this.#work.then(step).then(() => this.#settle());
    this.#work = done.catch(() => {});
    return done;
  }

  async #readSources(files: readonly string[]): Promise<void> {
    const read = (file: string): Promise<void> => this.#documents.read(file, 'filtered');
    const { sharing } = this.#options;
    if (sharing === undefined) for (const file of files) await read(file);
    else this.#documents.take(files, await sharing.read(files, read));
  }

  /** Reads until nothing is missing: settings first, since they say what to leave out, then files, then what they import. */
  async #settle(): Promise<void> {
    const stale = [...this.#stale];
    this.#stale.clear();
    this.#staleResults = false;
    for (const file of stale) await this.#documents.refresh(file, this.#tree.kind(file) === 'file');
    do this.#scope.prepare();
    while ((await this.#tree.load()) || (await this.#settings.load()));
    const unread = [...this.#scope.unread()];
    for (const { file, kind } of unread) if (kind !== 'source') await this.#documents.read(file, 'whole');
    // Git works while the rest is read.
    const tracked = this.#tracking.ask([...this.#scope.configFiles()]);
    await this.#readSources(unread.flatMap(({ file, kind }) => (kind === 'source' ? [file] : [])));
    this.#links.follow([...this.#scope.starts(), ...stale]);
    for (let more = true; more;) {
      // Whom they import, analysis asks for as well; guesses would be put right by another check.
      this.#links.ask(this.#scope.others());
      const missing = this.#links.takeMissing();
      // What an analyzer took for unknown because of them, it must ask again.
      if (missing.length > 0) this.#analyzers.clear();
      for (const file of missing) await this.#documents.read(file, 'whole');
      more = (await this.#tree.load()) || missing.length > 0;
      this.#links.follow(missing);
    }
    if (await this.#grammar.load()) this.#analyzers.clear();
    await tracked;
    await this.#results.prepare(this.#scope.judging(), this.#scope.results());
    this.#scope.reset();
    this.#last = undefined;
    this.#edited = undefined;
  }
}

/** Finds the tools of a workspace and follows them; after an edit, only what rests on the edited files is done again. */
import type { Framework, Tool, Workflow } from '../../rules/kit/index.js';
import type { UnresolvedPlace } from './finding.js';
import { isHeard } from './heard.js';
import type { Guard } from './guard.js';
import type { Change, Modules } from './modules.js';
import type { Definition } from './recognise/definition.js';
import { Beside } from './recognise/beside.js';
import { Concerned } from './recognise/concerned.js';
import { Definitions, type Group } from './recognise/definitions.js';
import type { Sites } from './recognise/agent-sites.js';
import { Joins } from './recognise/joins.js';
import { Mentions } from './recognise/mentions.js';
import { ModuleTools } from './recognise/module-tools.js';
import { settled, unfinished, withoutKnown } from './recognise/unresolved.js';
import { RunSites } from './recognise/run-sites.js';
import { KeptState } from './recognise/kept-state.js';
import { frameworksByPackage, markersOf } from './recognise/match.js';
import { Reach } from './recognise/reach.js';
import { Relevance } from './recognise/relevance.js';
import { OwnTools } from './recognise/own/own-tools.js';
import { isTestFile } from './recognise/test-files.js';
import { buildTool, type ToolContext } from './recognise/tools.js';
import { traceTool, type ToolTrace } from './recognise/trace-tool.js';
import { Units, type Unit } from './recognise/units.js';
import { Workflows } from './recognise/durable/workflows.js';
import type { AnalysisSettings, Knowledge, Snapshot } from './snapshot.js';
import { isSource } from './syntax/read.js';
import type { FunctionNode, Module } from './syntax/ir.js';
import type { Remembered } from './trace/env.js';
import { librariesOf } from './trace/library.js';
import { Tracer } from './trace/tracer.js';
import { isSameList } from './same-list.js';

interface KnownGroup {
  readonly answer: Remembered<readonly Tool[]>;
  readonly premises: readonly unknown[];
}

interface KnownTool {
  readonly answer: Remembered<Tool | undefined>;
  readonly premises: readonly unknown[];
}

interface Found {
  readonly parts: readonly (readonly Tool[])[];
  readonly unresolved: readonly UnresolvedPlace[];
  readonly workflows: readonly Workflow[];
}

/** Past this many remembered executions, more than a fresh start needs, everything is forgotten. */
const maxGrowth = 60_000;
/** In how many ways one function is looked into for one handler; definitions may come from longer lists. */
const handlerWays = 48;
export class Inventory {
  readonly #knowledge: Knowledge;
  readonly #modules: Modules;
  readonly #guard: Guard;
  readonly #tracer: Tracer;
  readonly #frameworks: ReadonlyMap<string, readonly Framework[]>;
  readonly #relevance: Relevance;
  readonly #reach: Reach;
  readonly #concerned: Concerned;
  readonly #units: Units;
  readonly #workflows: Workflows;
  readonly #definitions: Definitions;
  readonly #runSites = new RunSites();
  #tools = new WeakMap<Definition, KnownTool>();
  #groups = new WeakMap<Group, KnownGroup>();
  readonly #joins = new Joins();
  readonly #state: KeptState;
  #complete = new WeakMap<readonly Tool[], { readonly version: number; readonly tools: readonly Tool[] }>();
  readonly #sources = new WeakMap<Tool, Definition>();
  readonly #beside = new Beside();
  readonly #own: readonly OwnTools[];
  readonly #mentions = new Mentions();
  readonly #moduleTools: ModuleTools;
  /** What a module may define without any package. */
  #ownUnits = new WeakMap<Module, Remembered<Unit>>();
  #files: readonly string[] = [];
  #sourceFiles: { readonly of: readonly string[]; readonly list: readonly string[] } = { of: [], list: [] };
  /** Whether a file stands for tests, by the root that it was seen from. */
  readonly #tests = new Map<string, { readonly root: string; readonly answer: boolean }>();
  /** The sources of each folder. */
  #folders: ReadonlyMap<string, readonly string[]> = new Map();
  #counting: { readonly of: ReadonlySet<string>; readonly files: ReadonlySet<string> } = { of: new Set(), files: new Set() };
  #settings: AnalysisSettings | undefined;
  #snapshot!: Snapshot;
  #baseline = 0;

  constructor(knowledge: Knowledge, modules: Modules, guard: Guard) {
    this.#knowledge = knowledge;
    this.#modules = modules;
    this.#guard = guard;
    this.#frameworks = frameworksByPackage(knowledge.frameworks);
    this.#relevance = new Relevance({
      classes: new Set(
        knowledge.frameworks.flatMap(({ classes = [], kits = [], dispatch = [] }) => [
          ...[...classes, ...kits].map(({ base }) => base),
          ...dispatch.flatMap(({ methods }) => methods?.base ?? []),
        ]),
      ),
      resolve: (specifier, from) => this.#snapshot.resolve(specifier, from),
      files: () => this.#reach.files,
      imported: (file) => this.#reach.imported(file),
      loaded: (file) => this.#reach.loaded(file),
      usesSdk: (file) => this.#reach.usesSdk(file),
      inTests: (file) => this.inTests(file),
    });
    this.#concerned = new Concerned(this.#relevance, (file) => modules.get(file));
    this.#tracer = new Tracer(
      {
        moduleOf: (file) => modules.get(file),
        resolve: (specifier, from) => this.#snapshot.resolve(specifier, from),
        packageAt: (specifier, from) => this.#snapshot.packageAt(specifier, from),
        filesIn: (folder) => this.#folders.get(folder) ?? [],
      },
      librariesOf(knowledge),
    );
    this.#definitions = new Definitions(this.#tracer);
    this.#moduleTools = new ModuleTools(knowledge.frameworks, {
      tracer: this.#tracer,
      moduleOf: (file) => modules.get(file),
      seeds: (file) => this.#reach.seeds(file),
      mentions: this.#mentions,
    });
    const own = knowledge.frameworks.flatMap((framework) => (framework.own === undefined ? [] : [{ ...framework, own: framework.own }]));
    this.#units = new Units(this.#tracer, this.#frameworks, own, this.#relevance, guard, (file) => this.inTests(file));
    this.#state = new KeptState(knowledge.frameworks, {
      moduleOf: (file) => modules.get(file),
      imported: (file) => this.#reach.imported(file),
      inTests: (file) => this.inTests(file),
    });
    this.#workflows = new Workflows(this.#tracer, knowledge.engines);
    this.#own = own.map((framework) => new OwnTools(this.#tracer, framework));
    const words = knowledge.frameworks.flatMap((framework) => (framework.globals ?? []).map((path) => path.split('.').pop()!));
    this.#reach = new Reach((specifier) => {
      const library = this.#tracer.libraries.named(specifier);
      return this.#frameworks.has(library) ? library : undefined;
    }, words);
  }

  /**
   * All tools of the snapshot, in the order of their places, and the registrations that could not be told. The tools of a file are
   * the same list as in the last answer, as long as they are the same. `followed` is told of how many of the files that define tools.
   */
  update(snapshot: Snapshot, followed: (done: number, all: number) => void = () => {}): Found {
    this.#snapshot = snapshot;
    this.#forget(this.#modules.take(snapshot));
    const sources = this.#sourcesOf(snapshot.files);
    const reach = this.#reach.of(sources, snapshot);
    // What a test assigns, it assigns for itself.
    this.#tracer.look(this.#countingOf(reach, snapshot), snapshot);
    const { markers, calls } = markersOf(this.#knowledge.frameworks, this.#reach.used);
    this.#relevance.mark(markers, calls);
    const { modules, changed } = this.#concerned.of(sources, reach, snapshot);
    if (changed) this.#units.forget();
    const units = this.#units.of(modules);
    const runs = this.#runSites.of(units, {
      tracer: this.#tracer,
      moduleOf: (file) => this.#modules.get(file),
      files: reach,
      imported: (file) => this.#reach.imported(file),
      isMentioned: (word, file) => this.#mentions.has(word, file, snapshot),
    });
    const found = this.#definitions.of([
      ...units,
      ...runs,
      ...this.#moduleTools.of(sources, snapshot),
      ...this.#own.flatMap((own) => own.files(sources, reach.size > 0, snapshot).flatMap((file) => this.#ownUnit(own, file) ?? [])),
    ]);
    this.#joins.update(found.beside, {
      major: (library, file) => snapshot.packageMajor(library, file),
      files: sources,
      imported: (file) => this.#reach.imported(file),
      inTests: (file) => this.inTests(file),
    });
    this.#state.update(sources, reach, snapshot);
    const instead = (tool: Tool, before: Tool): void => {
      const definition = this.#sources.get(before);
      if (definition !== undefined) this.#sources.set(tool, definition);
    };
    const alone = found.groups.map((group, i) => {
      followed(i, found.groups.length);
      return this.#state.all(this.#completed(this.#toolsOf(group)), instead);
    });
    const parts = this.#beside.of(alone, instead);
    const opaque = found.opaque.filter(({ clients }) => clients === undefined || !this.#joins.isTold(clients));
    const workflows =
      this.#guard.run('workflows', undefined, () =>
        this.#workflows.of(sources, snapshot, (file) => this.#modules.get(file), this.#context()),
      ) ?? [];
    this.#tracer.end();
    if (this.#baseline === 0) this.#baseline = this.#tracer.executions.count;
    return { parts, workflows, unresolved: withoutKnown([...opaque, ...unfinished(units)], parts).map(settled) };
  }

  /** What runs tools, as of the last update. */
  get sites(): Sites {
    return this.#joins.sites;
  }

  /** The files that a file imports, as of the last update. */
  imported(file: string): readonly string[] {
    return this.#reach.imported(file);
  }

  /** The sources in which tools may be defined; all of them were read for the last update. */
  get defining(): readonly string[] {
    return this.#sourcesOf(this.#snapshot.files).filter((file) => this.#reach.files.has(file));
  }

  /** The same, as long as all files import what they did. */
  get edges(): object {
    return this.#reach.files;
  }

  /** Walks the handler of a tool of the last update again, keeping each step; `undefined` for other tools. */
  trace(tool: Tool): ToolTrace | undefined {
    const definition = this.#sources.get(tool);
    const module = definition && this.#modules.get(definition.at.file);
    if (definition === undefined || module === undefined) return undefined;
    this.#tracer.begin(module, definition.at.span.start, undefined, handlerWays);
    const answer = this.#tracer.remember(() =>
      this.#guard.run('tracer', definition.at.file, () => traceTool(this.#context(), definition, tool)),
    );
    this.#tracer.end();
    return answer.value;
  }

  #forget(changes: readonly Change[]): void {
    const { files, settings } = this.#snapshot;
    const sameFiles = files === this.#files || (files.length === this.#files.length && files.every((file, i) => file === this.#files[i]));
    // An import may now mean another file, or a rule of the configuration another thing.
    if (!sameFiles || settings !== this.#settings || this.#tracer.executions.count > this.#baseline + maxGrowth) {
      this.#tracer.forgetAll();
      this.#reach.forget();
      this.#units.forget();
      this.#workflows.forget();
      this.#ownUnits = new WeakMap();
      for (const own of this.#own) own.forget();
      this.#tools = new WeakMap();
      this.#groups = new WeakMap();
      this.#baseline = 0;
    }
    if (!sameFiles) {
      this.#folders = byFolder(files.filter(isSource));
      this.#mentions.forget();
    }
    this.#files = files;
    this.#settings = settings;
    this.#tracer.tellsFields = isHeard(settings, 'permission/loose-write-schema');
    for (const { file, before, sections } of changes) {
      if (sections === undefined) this.#tracer.forget(file, before);
      else this.#tracer.forgetPieces(file, sections);
    }
  }

  #ownUnit(own: OwnTools, file: string): Unit | undefined {
    const module = this.#modules.get(file);
    if (module === undefined) return undefined;
    const known = this.#ownUnits.get(module);
    if (this.#tracer.holds(known)) return known.value;
    const answer = this.#tracer.remember(() => {
      const drafts = this.#guard.run('recogniser', file, () => own.module(module));
      return { drafts: drafts ?? [], entered: new Set<FunctionNode>(), puts: [], steps: 0, file, exhausted: false };
    });
    this.#ownUnits.set(module, answer);
    return answer.value;
  }

  /** The tools that one file defines. */
  #toolsOf(group: Group): readonly Tool[] {
    const premises = this.#premises(group.libraries, group.file, group.readsManifest);
    const known = this.#groups.get(group);
    if (known !== undefined && isSameList(known.premises, premises) && this.#tracer.holds(known.answer)) return known.answer.value;
    const answer = this.#tracer.remember(() => group.definitions.flatMap((definition) => this.#tool(definition) ?? []));
    this.#groups.set(group, { answer, premises });
    return answer.value;
  }

  /** With what agents and other files say of them. */
  #completed(tools: readonly Tool[]): readonly Tool[] {
    const known = this.#complete.get(tools);
    if (known?.version === this.#joins.version) return known.tools;
    const complete = tools.map((tool) => {
      const definition = this.#sources.get(tool);
      if (definition === undefined) return tool;
      const completed = this.#joins.complete(tool, definition);
      this.#sources.set(completed, definition);
      return completed;
    });
    this.#complete.set(tools, { version: this.#joins.version, tools: complete });
    return complete;
  }

  #tool(definition: Definition): Tool | undefined {
    const { file, span } = definition.at;
    const premises = this.#premises([definition.library], file, definition.manifest !== undefined);
    const known = this.#tools.get(definition);
    if (known !== undefined && isSameList(known.premises, premises) && this.#tracer.holds(known.answer))
      return this.#tracer.reuse(known.answer);
    const module = this.#modules.get(file);
    if (module === undefined) return undefined;
    this.#tracer.begin(module, startOf(definition, module), undefined, handlerWays);
    const context = this.#context();
    const answer = this.#tracer.remember(() => {
      // A comment above it may state its tier.
      this.#tracer.touch(module, span.start);
      return this.#guard.run('tracer', file, () => buildTool(context, definition));
    });
    // What failed is tried again, so that the failure is said again.
    if (answer.value !== undefined) {
      this.#tools.set(definition, { answer, premises });
      this.#sources.set(answer.value, definition);
    }
    return answer.value;
  }

  /** What an answer rests on beside the code: versions of packages, and what the manifest says. */
  #premises(libraries: readonly string[], file: string, readsManifest: boolean): readonly unknown[] {
    const majors = libraries.map((library) => this.#snapshot.packageMajor(library, file));
    return readsManifest ? [...majors, this.#snapshot.manifest(file)] : majors;
  }

  /** Those of the files whose code says something of others; the same set, as long as they are the same. */
  #countingOf(reach: ReadonlySet<string>, { edited }: Snapshot): ReadonlySet<string> {
    if (reach !== this.#counting.of || edited === undefined)
      this.#counting = { of: reach, files: new Set([...reach].filter((file) => !this.inTests(file))) };
    return this.#counting.files;
  }

  /** The same list, as long as the files are the same. */
  #sourcesOf(files: readonly string[]): readonly string[] {
    const { of } = this.#sourceFiles;
    if (!isSameList(of, files)) this.#sourceFiles = { of: files, list: files.filter(isSource) };
    return this.#sourceFiles.list;
  }

  /** A file stands for tests, by its path. */
  inTests(file: string): boolean {
    const root = this.#snapshot.rootOf(file);
    let known = this.#tests.get(file);
    if (known?.root !== root) this.#tests.set(file, (known = { root, answer: isTestFile(file.slice(root.length)) }));
    return known.answer;
  }

  #context(): ToolContext {
    const snapshot = this.#snapshot;
    return {
      tracer: this.#tracer,
      tables: this.#knowledge,
      settings: snapshot.settings,
      major: (library, file) => snapshot.packageMajor(library, file),
      manifest: (file) => snapshot.manifest(file),
      textOf: (file) => snapshot.text(file),
      inTests: (file) => this.inTests(file),
    };
  }
}

function byFolder(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const file of files) {
    const folder = file.slice(0, file.lastIndexOf('/'));
    const list = folders.get(folder);
    if (list === undefined) folders.set(folder, [file]);
    else list.push(file);
  }
  return folders;
}

/** What is worked out for a tool is kept with its handler, where both stand in one file. */
function startOf({ at, handler }: Definition, module: Module): number {
  const fn = handler?.kind === 'function' && handler.env.module === module ? handler.fn : undefined;
  return fn?.body[0]?.span.start ?? at.span.start;
}

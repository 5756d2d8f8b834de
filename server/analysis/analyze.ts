/** Text in, findings out. The only entry into analysis. */
import type { Framework, Tool } from '../../rules/kit/index.js';
import { runChecks } from './check/run.js';
import { environmentFacts } from './environment/facts.js';
import type { InternalError, Result, UnresolvedPlace } from './finding.js';
import { definitionsOf, type Definition } from './recognise/definition.js';
import type { Draft } from './recognise/draft.js';
import { frameworksByPackage } from './recognise/match.js';
import { RegistrationWalk } from './recognise/registrations.js';
import { functionsOf, relevanceOf, type FunctionEntry, type Relevance } from './recognise/relevance.js';
import { isTestFile } from './recognise/test-files.js';
import { buildTool, type ToolContext } from './recognise/tools.js';
import type { Knowledge, Snapshot } from './snapshot.js';
import { isSource, readSource } from './syntax/read.js';
import type { FunctionNode, Module } from './syntax/ir.js';
import { Libraries } from './trace/library.js';
import { Tracer } from './trace/tracer.js';

export interface Analyzer {
  /** Everything that is to be said about a workspace. Cheap when little has changed since the last call. */
  analyze(snapshot: Snapshot): Result;
}

/** An analyzer that keeps what it learned, by the versions of the files it rests on. */
export function createAnalyzer(knowledge: Knowledge): Analyzer {
  const analysis = new Analysis(knowledge);
  return { analyze: (snapshot) => analysis.run(snapshot) };
}

interface Known {
  readonly version: string;
  readonly module: Module | undefined;
}

interface Unit {
  readonly drafts: readonly Draft[];
  readonly entered: ReadonlySet<FunctionNode>;
  readonly files: ReadonlySet<string>;
}

class Analysis {
  readonly #knowledge: Knowledge;
  readonly #frameworks: ReadonlyMap<string, readonly Framework[]>;
  readonly #markers: ReadonlySet<string>;
  readonly #modules = new Map<string, Known>();
  readonly #tracer: Tracer;
  readonly #tools = new Map<string, { readonly key: string; readonly tool: Tool; readonly files: ReadonlySet<string> }>();
  #snapshot!: Snapshot;
  #internal: InternalError[] = [];
  #links = '';

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
    this.#frameworks = frameworksByPackage(knowledge.frameworks);
    this.#markers = new Set(knowledge.frameworks.flatMap((framework) => framework.markers));
    this.#tracer = new Tracer(
      { moduleOf: (file) => this.#moduleOf(file), resolve: (specifier, from) => this.#snapshot.resolve(specifier, from) },
      new Libraries(knowledge.effects, knowledge.frameworks, knowledge.purePackages),
    );
  }

  run(snapshot: Snapshot): Result {
    this.#snapshot = snapshot;
    this.#internal = [];
    this.#forgetChanged();
    const moduleOf = (file: string): Module | undefined => this.#moduleOf(file);
    const { tools, unresolved } = this.#tracedTools();
    const environment = this.#guarded('environment', undefined, () => environmentFacts(snapshot, moduleOf)) ?? { facts: { files: [], secrets: [], fallbacks: [], exists: () => false }, problems: [] };
    const checked = runChecks({ tools, environment: environment.facts, checks: this.#knowledge.checks, snapshot, moduleOf });
    return {
      tools,
      findings: checked.findings,
      unresolved: [...unresolved, ...environment.problems],
      skipped: [],
      internal: [...this.#internal, ...checked.internal],
    };
  }

  /** What rests on a file whose text is no longer the one that was read is forgotten. */
  #forgetChanged(): void {
    const links = this.#snapshot.files.length.toString();
    if (links !== this.#links) this.#tracer.forgetAll();
    this.#links = links;
    for (const [file, known] of this.#modules) {
      if (this.#snapshot.version(file) === known.version) continue;
      this.#modules.delete(file);
      this.#tracer.forget(file);
      for (const [id, kept] of this.#tools) if (kept.files.has(file)) this.#tools.delete(id);
    }
  }

  #moduleOf(file: string): Module | undefined {
    const version = this.#snapshot.version(file);
    if (version === undefined) return undefined;
    const known = this.#modules.get(file);
    if (known?.version === version) return known.module;
    const text = isSource(file) ? this.#snapshot.text(file) : undefined;
    const module = text === undefined ? undefined : this.#guarded('reader', file, () => readSource(file, text));
    this.#modules.set(file, { version, module });
    return module;
  }

  #tracedTools(): { readonly tools: readonly Tool[]; readonly unresolved: readonly UnresolvedPlace[] } {
    const modules = this.#snapshot.files.filter(isSource).flatMap((file) => this.#moduleOf(file) ?? []);
    const relevance = relevanceOf(modules, this.#markers);
    const walk = new RegistrationWalk(this.#tracer, this.#frameworks, relevance);
    const units = modules.map((module) => this.#unit(() => walk.module(module), module.file));
    units.push(...this.#unentered(modules, units, walk, relevance));
    const found = definitionsOf(this.#tracer, units.flatMap((unit) => unit.drafts));
    const tools = found.definitions.flatMap((definition) => this.#tool(definition) ?? []);
    return { tools: tools.sort(byPlace), unresolved: withoutKnown(found.opaque, tools) };
  }

  #unit(walk: () => { readonly drafts: readonly Draft[]; readonly entered: ReadonlySet<FunctionNode> }, file: string): Unit {
    this.#tracer.begin();
    const answer = this.#tracer.remember(() => this.#guarded('recogniser', file, walk) ?? { drafts: [], entered: new Set<FunctionNode>() });
    return { ...answer.value, files: answer.files };
  }

  /** Functions that declare tools and that no module enters: called by a host, or exported for others. */
  #unentered(modules: readonly Module[], units: readonly Unit[], walk: RegistrationWalk, relevance: Relevance): readonly Unit[] {
    const entered = new Set(units.flatMap((unit) => [...unit.entered]));
    const more: Unit[] = [];
    for (const module of modules) {
      if (!relevance.matters(module.mentions)) continue;
      const waiting: FunctionEntry[] = functionsOf(module).filter((entry) => relevance.matters(entry.fn.mentions));
      for (const entry of waiting) {
        if (entered.has(entry.fn)) continue;
        const unit = this.#unit(() => walk.function(module, entry), module.file);
        for (const fn of unit.entered) entered.add(fn);
        more.push(unit);
      }
    }
    return more;
  }

  #tool(definition: Definition): Tool | undefined {
    const id = `${definition.framework.id} ${definition.name} ${definition.at.file}:${definition.at.span.start}`;
    this.#tracer.begin();
    const answer = this.#tracer.remember(() => this.#guarded('tracer', definition.at.file, () => buildTool(this.#context(), definition)));
    if (answer.value !== undefined) this.#tools.set(id, { key: id, tool: answer.value, files: answer.files });
    return answer.value;
  }

  #context(): ToolContext {
    const snapshot = this.#snapshot;
    return {
      tracer: this.#tracer,
      tables: { http: this.#knowledge.http, commands: this.#knowledge.commands },
      settings: snapshot.settings,
      major: (library, file) => snapshot.packageMajor(library, file),
      textOf: (file) => snapshot.text(file),
      inTests: (file) => isTestFile(file.slice(snapshot.rootOf(file).length)),
    };
  }

  /** A bug in one part is said by name, and the rest goes on. */
  #guarded<T>(where: string, file: string | undefined, run: () => T): T | undefined {
    try {
      return run();
    } catch (error) {
      this.#internal.push({ where, message: error instanceof Error ? `${error.name}: ${error.message}` : String(error), ...(file === undefined ? {} : { file }) });
      return undefined;
    }
  }
}

function byPlace(a: Tool, b: Tool): number {
  return a.definition.file < b.definition.file ? -1 : a.definition.file > b.definition.file ? 1 : a.definition.span.start - b.definition.span.start;
}

/** A place that told some tools in one way of reaching it is not unresolved because of another. */
function withoutKnown(opaque: readonly UnresolvedPlace[], tools: readonly Tool[]): readonly UnresolvedPlace[] {
  const known = new Set(tools.map((tool) => `${tool.definition.file}:${tool.definition.span.start}`));
  const seen = new Set<string>();
  return opaque.filter((place) => {
    const key = `${place.file}:${place.span.start}`;
    if (known.has(key) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

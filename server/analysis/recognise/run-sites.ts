/** Where agents are made to run in functions that register nothing, which the walk for registrations passes by. */
import type { Framework } from '../../../rules/kit/index.js';
import { bodyOf } from '../syntax/inner.js';
import type { FunctionNode, Module } from '../syntax/ir.js';
import type { Remembered } from '../trace/env.js';
import { calleesOf } from '../trace/invoke.js';
import { eachInBody } from '../trace/parts.js';
import type { Tracer } from '../trace/tracer.js';
import type { Draft, RunDraft } from './draft.js';
import { functionsOf, type FunctionEntry } from './functions.js';
import { runDraft } from './match.js';
import { unentered } from './around.js';

/** Expressions that may be looked at for one function. */
const steps = 4_000;
/** Imports between the code that makes an agent and the code that runs it. */
const farthest = 2;

interface Walk {
  readonly drafts: readonly Draft[];
  readonly entered: ReadonlySet<FunctionNode>;
}

export interface RunSitesAround {
  readonly tracer: Tracer;
  readonly moduleOf: (file: string) => Module | undefined;
  /** Files that may import others that declare tools. */
  readonly files: ReadonlySet<string>;
  readonly imported: (file: string) => readonly string[];
  readonly isMentioned: (word: string, file: string) => boolean;
}

export class RunSites {
  readonly #known = new WeakMap<FunctionNode, Remembered<readonly RunDraft[]>>();
  #near: { readonly files: ReadonlySet<string>; readonly makers: ReadonlySet<string>; readonly list: readonly string[] } | undefined;
  readonly #walks = new Map<
    string,
    { readonly parts: readonly (readonly RunDraft[])[]; readonly walk: { readonly drafts: readonly RunDraft[] } }
  >();

  /** What was found beside the walk, for each file; the same objects as long as that stays the same. */
  of(walks: readonly Walk[], around: RunSitesAround): readonly { readonly drafts: readonly RunDraft[] }[] {
    const agents = walks.flatMap(({ drafts }) => drafts.filter((draft) => draft.kind === 'set' && draft.set.agent));
    const frameworks = [...new Set(agents.map(({ framework }) => framework))].filter(({ runs = [] }) => runs.length > 0);
    if (frameworks.length === 0) return [];
    const names = namesOf(frameworks);
    const entered = new Set<FunctionNode>();
    for (const walk of walks) for (const fn of walk.entered) entered.add(fn);
    const files = this.#nearby(new Set(agents.map(({ env }) => env.module.file)), around).filter((file) =>
      [...names].some((name) => around.isMentioned(name, file)),
    );
    for (const file of this.#walks.keys()) if (!files.includes(file)) this.#walks.delete(file);
    return files.flatMap((file) => this.#walk(file, frameworks, names, entered, around) ?? []);
  }

  /** Files that make agents, and those that import them. */
  #nearby(makers: ReadonlySet<string>, around: RunSitesAround): readonly string[] {
    const known = this.#near;
    const same = known?.files === around.files && known.makers.size === makers.size && [...makers].every((file) => known.makers.has(file));
    if (!same) this.#near = { files: around.files, makers, list: nearby(makers, around) };
    return this.#near!.list;
  }

  #walk(
    file: string,
    frameworks: readonly Framework[],
    names: ReadonlySet<string>,
    entered: ReadonlySet<FunctionNode>,
    { tracer, moduleOf }: RunSitesAround,
  ): { readonly drafts: readonly RunDraft[] } | undefined {
    const module = moduleOf(file);
    if (module === undefined || !module.mentions.hasAny(names)) return undefined;
    const parts = functionsOf(module)
      .filter(({ fn }) => !entered.has(fn) && fn.mentions.hasAny(names))
      .map((entry) => this.#runsIn(tracer, module, entry, frameworks, names))
      .filter((drafts) => drafts.length > 0);
    const known = this.#walks.get(file);
    if (known?.parts.length === parts.length && known.parts.every((part, i) => part === parts[i])) return known.walk;
    const walk = { drafts: parts.flat() };
    this.#walks.set(file, { parts, walk });
    return walk;
  }

  #runsIn(
    tracer: Tracer,
    module: Module,
    entry: FunctionEntry,
    frameworks: readonly Framework[],
    names: ReadonlySet<string>,
  ): readonly RunDraft[] {
    const { fn } = entry;
    const known = this.#known.get(fn);
    const before = known?.value;
    if (tracer.holds(known)) return tracer.reuse(known);
    tracer.begin(module, fn.span.start, steps);
    const answer = tracer.remember(() => {
      tracer.touchAll(bodyOf(module, fn));
      const moduleEnv = tracer.moduleEnv(module.file);
      const callee = moduleEnv === undefined ? undefined : unentered(tracer, entry, moduleEnv);
      if (callee === undefined) return [];
      const { env } = tracer.activation(callee, undefined);
      const drafts: RunDraft[] = [];
      eachInBody(
        fn.body,
        (part) => {
          if (part.kind !== 'call') return;
          const { callee: called } = part;
          const name = called.kind === 'name' ? called.name : called.kind === 'member' ? called.property : undefined;
          if (typeof name !== 'string' || !names.has(name)) return;
          for (const found of calleesOf(tracer, part, env))
            for (const framework of frameworks) {
              const draft = found.value.kind === 'external' ? runDraft(tracer, framework, found.value, found, part, env) : undefined;
              if (draft !== undefined) drafts.push(draft);
            }
        },
        false,
      );
      return drafts;
    });
    const kept = before !== undefined && isAlike(before, answer.value) ? { ...answer, value: before } : answer;
    this.#known.set(fn, kept);
    return kept.value;
  }
}

/** The last names of what makes agents run. */
function namesOf(frameworks: readonly Framework[]): ReadonlySet<string> {
  return new Set(
    frameworks.flatMap(({ runs = [] }) => runs.flatMap(({ call, adds }) => (adds === undefined ? [call.split(/[.#]/).pop()!] : []))),
  );
}

/** Files that lead to some, by so many imports. */
function nearby(makers: ReadonlySet<string>, { files, imported }: RunSitesAround): readonly string[] {
  const found = new Set(makers);
  for (let step = 0; step < farthest; step++) {
    const before = new Set(found);
    for (const file of files) if (!found.has(file) && imported(file).some((other) => before.has(other))) found.add(file);
  }
  return [...found];
}

function isAlike(one: readonly RunDraft[], other: readonly RunDraft[]): boolean {
  return (
    one.length === other.length &&
    one.every((draft, i) => {
      const now = other[i]!;
      return (
        draft.call === now.call &&
        draft.form === now.form &&
        draft.receiver === now.receiver &&
        draft.args.length === now.args.length &&
        draft.args.every((arg, at) => arg === now.args[at])
      );
    })
  );
}

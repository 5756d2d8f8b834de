/** Files that are tools because of the folder that they stand in, or of what they export. */
import type { Framework } from '../../../rules/kit/index.js';
import { KeptByText } from '../kept-by-text.js';
import type { Snapshot } from '../snapshot.js';
import type { Module } from '../syntax/ir.js';
import { isPython } from '../syntax/read.js';
import type { Env } from '../trace/env.js';
import type { Tracer } from '../trace/tracer.js';
import type { ModuleDraft } from './draft.js';
import { mayBeModule, moduleFormOf } from './from-module.js';
import type { Mentions } from './mentions.js';

interface Drafts {
  readonly drafts: readonly ModuleDraft[];
}

export interface ModuleToolsAround {
  readonly tracer: Tracer;
  readonly moduleOf: (file: string) => Module | undefined;
  /** Packages that tools are declared with and that a file imports. */
  readonly seeds: (file: string) => readonly string[];
  readonly mentions: Mentions;
}

export class ModuleTools {
  readonly #frameworks: readonly Framework[];
  readonly #around: ModuleToolsAround;
  readonly #may: KeptByText<boolean>;
  #candidates: readonly string[] = [];
  readonly #known = new WeakMap<Env, Drafts>();

  constructor(frameworks: readonly Framework[], around: ModuleToolsAround) {
    this.#frameworks = frameworks.filter(({ modules }) => modules !== undefined);
    this.#around = around;
    this.#may = new KeptByText((text, file) => mayBeModule(this.#frameworks, file, languageOf(file), text));
  }

  /** One draft for each of these files that is a tool; the same object as long as it is the same. */
  of(sources: readonly string[], snapshot: Snapshot): readonly Drafts[] {
    if (this.#may.hasChanged(sources, snapshot)) this.#candidates = sources.filter((file) => this.#may.of(file, snapshot));
    return this.#candidates.flatMap((file) => this.#tool(file, snapshot) ?? []);
  }

  #tool(file: string, snapshot: Snapshot): Drafts | undefined {
    const { tracer, moduleOf, mentions } = this.#around;
    const form = moduleFormOf(this.#frameworks, {
      file,
      language: languageOf(file),
      used: (library) => this.#uses(library, file, snapshot),
      mentions: (word) => mentions.has(word, file, snapshot),
      exports: (name) => moduleOf(file)?.exports.some((item) => item.name === name) === true,
    });
    const env = form === undefined ? undefined : tracer.moduleEnv(file);
    if (form === undefined || env === undefined) return undefined;
    const known = this.#known.get(env);
    if (known?.drafts[0]?.form === form.form) return known;
    const drafts = { drafts: [{ kind: 'module' as const, env, ...form }] };
    this.#known.set(env, drafts);
    return drafts;
  }

  #uses(library: string, file: string, snapshot: Snapshot): boolean {
    if (snapshot.packageMajor(library, file) !== undefined) return true;
    const { tracer, moduleOf, seeds } = this.#around;
    return (
      seeds(file).includes(library) && moduleOf(file)?.requests.some((specifier) => tracer.libraries.named(specifier) === library) === true
    );
  }
}

function languageOf(file: string): Framework['language'] {
  return isPython(file) ? 'python' : 'typescript';
}

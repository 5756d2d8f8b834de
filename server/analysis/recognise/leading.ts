/**
 * Names that lead to a registration. Methods and properties are known by their name alone; a function or variable only where it
 * is declared and where it is imported, since `run` and `resolve` are declared in every other file.
 */
import { anatomyOf } from '../syntax/anatomy.js';
import type { Mentioned, Module } from '../syntax/ir.js';
import { dataMethods } from '../trace/data-methods.js';
import { otherNamesIn } from './functions.js';
import type { ModuleSet, Sight } from './sight.js';

/** The names that lead to a registration where they stand in one module. */
export interface LeadingNames {
  has(name: string): boolean;
  anyOf(mentions: Mentioned): boolean;
  among(mentions: Mentioned): readonly string[];
}

/** What production code knows, or what tests know. */
interface Scope {
  /** Methods and properties, with the modules in which they mean the ones that lead. */
  readonly members: Map<string, ModuleSet>;
  /** Exported names, with the modules that may import them; `default FILE` for default exports. */
  readonly exported: Map<string, ModuleSet>;
}

interface Imports {
  /** Local name and what it is there, for those of files or packages of the repository. */
  readonly named: readonly { readonly name: string; readonly imported: string; readonly from: string }[];
  /** Modules that are taken as a whole: any of their names may be mentioned as a member. */
  readonly wholes: readonly string[];
}

const importsOf = new WeakMap<Module, Imports>();

export class Leading {
  readonly #markers: ReadonlySet<string>;
  readonly #sight: Sight;
  readonly #scopes: readonly [Scope, Scope];
  readonly #own = new Map<Module, Set<string>>();
  #signature: string | undefined;
  readonly #words = new Map<boolean, ReadonlySet<string>>();
  /** Names that lead in more places than when they were last taken. */
  #fresh = new Set<string>();
  /** How many names there are, and in how many places. */
  size = 0;

  /** `sight`: which modules may have to do with a method of another one. */
  constructor(markers: ReadonlySet<string>, sight: Sight) {
    this.#markers = markers;
    this.#sight = sight;
    this.#scopes = [
      { members: new Map(), exported: new Map() },
      { members: new Map(), exported: new Map() },
    ];
  }

  add(module: Module): void {
    const own = new Set<string>();
    // `import { tool as define }`: what is called has another name here.
    for (const { name, imported } of imports(module).named) {
      if (this.#markers.has(`${imported}()`)) own.add(`${name}()`);
      if (this.#markers.has(imported)) own.add(name);
    }
    this.#own.set(module, own);
  }

  /** The names that lead to a registration where they are mentioned in a module. */
  of(module: Module, tests: boolean): LeadingNames {
    const own = this.#own.get(module) ?? none;
    const scopes = tests ? this.#scopes : [this.#scopes[0]];
    const sees = (name: string): boolean => {
      for (const { members } of scopes) {
        const seen = members.get(name);
        if (seen !== undefined && this.#sight.isIn(module.file, seen)) return true;
      }
      return false;
    };
    const leads = { has: (name: string): boolean => own.has(name) || this.#markers.has(name) || sees(name) };
    return {
      has: leads.has,
      anyOf: (mentions) => mentions.hasAny(leads),
      among: (mentions) => [
        ...mentions.among(own),
        ...mentions.among(this.#markers),
        ...scopes.flatMap(({ members }) => [...mentions.among(members)].filter(sees)),
      ],
    };
  }

  /** A function or class leads to a registration. */
  lead(entry: { readonly name: string; readonly member?: boolean }, module: Module, tests: boolean): void {
    if (entry.member !== true) return this.#put(this.#own.get(module)!, entry.name);
    this.#show(this.#scopes[tests ? 1 : 0].members, entry.name, module, true);
  }

  /** `handed`: who uses an SDK may be handed it, and need not import it. */
  #show(to: Map<string, ModuleSet>, name: string, module: Module, handed: boolean): void {
    const seen = to.get(name) ?? this.#sight.nobody();
    to.set(name, seen);
    if (!this.#sight.show(module.file, seen, handed)) return;
    this.size++;
    this.#fresh.add(name);
  }

  /** The names that lead somewhere where they did not when this was last asked: who mentions none of them is as before. */
  takeFresh(): ReadonlySet<string> {
    const fresh = this.#fresh;
    this.#fresh = new Set();
    return fresh;
  }

  /** Carries names over exports and imports. */
  share(
    modules: readonly Module[],
    tests: boolean,
    resolve: (specifier: string, from: string) => string | undefined,
    loaded: (file: string) => readonly string[],
  ): void {
    const scopes = tests ? this.#scopes : [this.#scopes[0]];
    const { exported, members } = this.#scopes[tests ? 1 : 0];
    const known = (name: string, from: string, file: string): boolean => {
      const key = name === 'default' ? `default ${resolve(from, file) ?? ''}` : name;
      return scopes.some((scope) => {
        const seen = scope.exported.get(key);
        return seen !== undefined && this.#sight.isIn(file, seen);
      });
    };
    for (const module of modules) {
      const own = this.#own.get(module)!;
      for (const item of module.exports) {
        const leads =
          'binding' in item
            ? own.has(item.binding.name)
            : 'from' in item
              ? known(item.imported, item.from, module.file)
              : item.value.kind === 'name'
                ? own.has(item.value.name)
                : item.value.kind === 'function' && own.has(item.value.name ?? '');
        if (leads) this.#show(exported, item.name === 'default' ? `default ${module.file}` : item.name, module, false);
      }
      for (const { name, of } of otherNamesIn(module)) if (own.has(of) && !dataMethods.has(name)) this.#show(members, name, module, true);
      const { named, wholes } = imports(module);
      for (const { name, imported, from } of named) if (known(imported, from, module.file)) this.#put(own, name);
      for (const target of [...wholes.map((from) => resolve(from, module.file)), ...loaded(module.file)]) {
        if (target === undefined) continue;
        for (const scope of scopes) for (const [name, seen] of scope.exported) if (this.#sight.isIn(target, seen)) this.#put(own, name);
      }
    }
  }

  #put(into: Set<string>, name: string): void {
    if (into.has(name)) return;
    into.add(name);
    this.size++;
    this.#fresh.add(name);
  }

  /** Words of which a text mentions one, when a function in it leads to a registration by something of another file. */
  words(tests: boolean): ReadonlySet<string> {
    let found = this.#words.get(tests);
    if (found === undefined) {
      const scopes = this.#scopes.slice(0, tests ? 2 : 1);
      const defaults = [...this.#own].flatMap(([module]) => [...imports(module).named].filter(({ imported }) => imported === 'default'));
      const all = new Set([...this.#own.values()].flatMap((names) => [...names]));
      const own = defaults.filter(({ name }) => all.has(name)).map(({ name }) => name);
      found = new Set(
        [...this.#markers, ...scopes.flatMap(({ members, exported }) => [...members.keys(), ...exported.keys()]), ...own]
          .filter((word) => !word.includes(' '))
          .map((word) => /^[\w$]+/.exec(word)?.[0] ?? word),
      );
      this.#words.set(tests, found);
    }
    return found;
  }

  get signature(): string {
    this.#signature ??= [
      ...this.#scopes.flatMap(({ members, exported }) => [
        ...[...members].map(([name, seen]) => `${name} ${this.#sight.spell(seen)}`).sort(),
        '|',
        ...[...exported].map(([name, seen]) => `${name} ${this.#sight.spell(seen)}`).sort(),
        '|',
      ]),
      ...[...this.#own].map(([module, names]) => `${module.file} ${[...names].sort().join(' ')}`),
    ].join('\n');
    return this.#signature;
  }
}

const none: ReadonlySet<string> = new Set();

function imports(module: Module): Imports {
  let found = importsOf.get(module);
  if (found === undefined) {
    const named: { name: string; imported: string; from: string }[] = [];
    const froms = new Set<string>();
    const wholes = new Set<string>();
    for (const { name, source } of anatomyOf(module)?.names ?? []) {
      if (source?.kind !== 'import') continue;
      froms.add(source.from);
      if (source.imported === '*') wholes.add(source.from);
      else if (!source.typeOnly) named.push({ name, imported: source.imported, from: source.from });
    }
    for (const item of module.exports) if ('from' in item) froms.add(item.from);
    // `require` and `import()` give whole modules.
    for (const request of module.requests) if (!froms.has(request)) wholes.add(request);
    importsOf.set(module, (found = { named, wholes: [...wholes] }));
  }
  return found;
}

/**
 * Names that lead to a registration. Methods and properties are known by their name alone; a function or variable only where it
 * is declared and where it is imported, since `run` and `resolve` are declared in every other file.
 */
import { anatomyOf } from '../syntax/anatomy.js';
import type { Module } from '../syntax/ir.js';

/** Sets of names; one that is in any of them leads to a registration. */
export type LeadingNames = readonly ReadonlySet<string>[];

/** What production code knows, or what tests know. */
interface Scope {
  readonly members: Set<string>;
  /** Exported names; `default FILE` for default exports. */
  readonly exported: Set<string>;
}

interface Imports {
  /** Local name and what it is there, for those of files or packages of the repository. */
  readonly named: readonly { readonly name: string; readonly imported: string; readonly from: string }[];
  /** A whole module is taken: any of its names may be mentioned as a member. */
  readonly whole: boolean;
}

const importsOf = new WeakMap<Module, Imports>();

export class Leading {
  readonly #scopes: readonly [Scope, Scope];
  readonly #own = new Map<Module, Set<string>>();
  #signature: string | undefined;
  readonly #words = new Map<boolean, ReadonlySet<string>>();
  /** How many names there are. */
  size = 0;

  constructor(markers: ReadonlySet<string>) {
    this.#scopes = [
      { members: new Set(markers), exported: new Set() },
      { members: new Set(), exported: new Set() },
    ];
  }

  add(module: Module): void {
    this.#own.set(module, new Set());
  }

  /** The names that lead to a registration where they are mentioned in a module. */
  of(module: Module, tests: boolean): LeadingNames {
    const [production, test] = this.#scopes;
    const own = this.#own.get(module);
    const members = tests ? [production.members, test.members] : [production.members];
    return own === undefined ? members : [own, ...members];
  }

  /** A function or class leads to a registration. */
  lead(entry: { readonly name: string; readonly member?: boolean }, module: Module, tests: boolean): void {
    this.#put(entry.member === true ? this.#scopes[tests ? 1 : 0].members : this.#own.get(module)!, entry.name);
  }

  /** Carries names over exports and imports. */
  share(modules: readonly Module[], tests: boolean, resolve: (specifier: string, from: string) => string | undefined): void {
    const exported = this.#scopes[tests ? 1 : 0].exported;
    const known = (name: string, from: string, file: string): boolean => {
      const key = name === 'default' ? `default ${resolve(from, file) ?? ''}` : name;
      return this.#scopes[0].exported.has(key) || (tests && this.#scopes[1].exported.has(key));
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
        if (leads) this.#put(exported, item.name === 'default' ? `default ${module.file}` : item.name);
      }
      const { named, whole } = imports(module);
      for (const { name, imported, from } of named) if (known(imported, from, module.file)) this.#put(own, name);
      if (whole) for (const { exported: names } of this.#scopes.slice(0, tests ? 2 : 1)) for (const name of names) this.#put(own, name);
    }
  }

  #put(into: Set<string>, name: string): void {
    if (into.has(name)) return;
    into.add(name);
    this.size++;
  }

  /** Words of which a text mentions one, when a function in it leads to a registration by something of another file. */
  words(tests: boolean): ReadonlySet<string> {
    let found = this.#words.get(tests);
    if (found === undefined) {
      const scopes = this.#scopes.slice(0, tests ? 2 : 1);
      const defaults = [...this.#own].flatMap(([module]) => [...imports(module).named].filter(({ imported }) => imported === 'default'));
      const own = defaults.filter(({ name }) => [...this.#own.values()].some((names) => names.has(name))).map(({ name }) => name);
      found = new Set(
        [...scopes.flatMap(({ members, exported }) => [...members, ...exported]), ...own].filter((word) => !word.includes(' ')),
      );
      this.#words.set(tests, found);
    }
    return found;
  }

  get signature(): string {
    this.#signature ??= [
      ...this.#scopes.flatMap(({ members, exported }) => [...members].sort().concat('|', [...exported].sort(), '|')),
      ...[...this.#own].map(([module, names]) => `${module.file} ${[...names].sort().join(' ')}`),
    ].join('\n');
    return this.#signature;
  }
}

function imports(module: Module): Imports {
  let found = importsOf.get(module);
  if (found === undefined) {
    const named: { name: string; imported: string; from: string }[] = [];
    const froms = new Set<string>();
    let whole = false;
    for (const { name, source } of anatomyOf(module)?.names ?? []) {
      if (source?.kind !== 'import') continue;
      froms.add(source.from);
      if (source.imported === '*') whole = true;
      else if (!source.typeOnly) named.push({ name, imported: source.imported, from: source.from });
    }
    for (const item of module.exports) if ('from' in item) froms.add(item.from);
    // `require` and `import()` give whole modules.
    if (module.requests.some((request) => !froms.has(request))) whole = true;
    importsOf.set(module, (found = { named, whole }));
  }
  return found;
}

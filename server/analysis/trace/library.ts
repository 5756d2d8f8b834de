/** What is known of packages, indexed for questions about one path at a time. */
import type {
  Access,
  EffectRow,
  Effects,
  EffectsFile,
  Engine,
  Framework,
  OperationTables,
  Resending,
  Resource,
} from '../../../rules/kit/index.js';
import { describesClass, entryOf, findName, toolsRunBy, type Repeats, type RunsTools, type Entry } from './library-entry.js';
import { isPythonName } from '../languages.js';
import type { Knowledge } from '../snapshot.js';
import { builtinModules, isOfFamily, packageOf } from './package-names.js';
import { isClassName, knownEnd } from './python/names.js';

/** A thing of a library: its name and the path from its exports. */
export interface Reference {
  readonly library: string;
  readonly path: string;
}

/** Names of classes whose objects do something with a world behind them. */
const acting = /(?:Client|Connection|Session|Service|Api)$/;

type Known = Pick<Knowledge, 'effects' | 'frameworks' | 'engines' | 'purePackages' | 'operations'>;

const shared = new WeakMap<Knowledge, Libraries>();

/** The index of what is known, once for all who know the same. */
export function librariesOf(knowledge: Knowledge): Libraries {
  const libraries = shared.get(knowledge) ?? new Libraries(knowledge);
  shared.set(knowledge, libraries);
  return libraries;
}

/** Index of effect files and frameworks. What is known of a package is put together when it is first asked for. */
export class Libraries {
  readonly #files = new Map<string, EffectsFile[]>();
  readonly #families: EffectsFile[] = [];
  readonly #frameworks = new Map<string, Framework[]>();
  readonly #engines = new Map<string, Engine[]>();
  readonly #operations: OperationTables;
  readonly #entries = new Map<string, Entry | null>();
  readonly #pure: ReadonlySet<string>;
  readonly #modules = new Map<string, string>();
  /** By purpose, library and path: joined, they would be new texts each time. */
  readonly #matches = new Map<string, Map<string, Map<string, string | null>>>();

  constructor({ effects, frameworks, engines, purePackages, operations }: Known) {
    this.#pure = new Set(purePackages);
    this.#operations = operations;
    for (const file of effects) {
      if (file.library.includes('*')) this.#families.push(file);
      else append(this.#files, file.library, file);
      for (const name of file.modules ?? []) this.#modules.set(name, file.library);
    }
    for (const framework of frameworks) {
      for (const name of framework.packages) append(this.#frameworks, name, framework);
      if (framework.globals !== undefined) append(this.#frameworks, 'global', framework);
    }
    for (const engine of engines) for (const name of engine.packages) append(this.#engines, name, engine);
  }

  #entry(library: string): Entry | undefined {
    const known = this.#entries.get(library);
    if (known !== undefined) return known ?? undefined;
    const sources = {
      files: (this.#files.get(library) ?? []).map((file) => file.all()),
      families: this.#families.filter((family) => isOfFamily(library, family.library)).map((file) => file.all()),
      frameworks: this.#frameworks.get(library) ?? [],
      engines: this.#engines.get(library) ?? [],
    };
    const isKnown = Object.values(sources).some((list) => list.length > 0);
    const entry = isKnown ? entryOf(library, sources, this.#operations) : undefined;
    this.#entries.set(library, entry ?? null);
    return entry;
  }

  /** The library of an import specifier: its own name if it is described, else the package. */
  named(specifier: string): string {
    if (isPythonName(specifier)) return this.#pythonLibrary(specifier);
    if (specifier.startsWith('node:')) return this.#entry(specifier) !== undefined ? specifier : `node:${specifier.slice(5)}`;
    const root = specifier.split('/')[0]!;
    if (builtinModules.has(root)) return `node:${specifier}`;
    if (this.#entry(specifier) !== undefined) return specifier;
    const whole = packageOf(specifier);
    return this.#modules.get(specifier) ?? this.#modules.get(whole) ?? whole;
  }

  /** What an import of a package means. `imported` is a name, `default` or `*`. */
  imported(specifier: string, imported: string): Reference {
    const library = this.named(specifier);
    if (isPythonName(specifier)) return this.#pythonImport(library, specifier, imported);
    return imported === '*' ? { library, path: '' } : this.member({ library, path: '' }, imported);
  }

  /** The longest beginning of a module's name that is described, else its first part. */
  #pythonLibrary(specifier: string): string {
    const parts = specifier.split('.');
    for (let count = parts.length; count > 0; count--) {
      const name = parts.slice(0, count).join('.');
      if (this.#entry(name) !== undefined || this.#pure.has(name)) return name;
      const other = this.#modules.get(name);
      if (other !== undefined) return other;
    }
    return parts[0]!;
  }

  #pythonImport(library: string, specifier: string, imported: string): Reference {
    const inner = specifier === library ? '' : specifier.startsWith(`${library}.`) ? specifier.slice(library.length + 1) : '';
    let at: Reference = { library, path: '' };
    for (const key of [...inner.split('.'), imported]) if (key !== '' && key !== '*') at = this.member(at, key);
    return at;
  }

  /** A name in a Python package: the modules that lead to it may be left out of what is known of it. */
  #pythonMember(of: Reference, key: string): Reference {
    const path = of.path === '' ? key : of.path.endsWith('#') ? of.path + key : `${of.path}.${key}`;
    if (/[#(]/.test(path)) return this.#instance(of.library, path) ?? { library: of.library, path };
    const module = `${of.library}.${path}`;
    if (this.#entry(module) !== undefined) return { library: module, path: '' };
    const entry = this.#entry(of.library);
    const other = path === key ? entry?.reexports.get(key) : undefined;
    if (other !== undefined) return { library: other, path: '' };
    const known = entry === undefined ? path : knownEnd(entry, path);
    return this.#instance(of.library, known) ?? { library: of.library, path: known };
  }

  /** A property of a thing of a library. */
  member(of: Reference, key: string): Reference {
    if (isPythonName(of.library)) return this.#pythonMember(of, key);
    if (of.path === '') {
      const entry = this.#entry(of.library);
      if (key === 'default') return { library: of.library, path: this.#defaultPath(of.library) };
      const other = entry?.reexports.get(key) ?? (entry?.exports.has(key) === true ? undefined : restOf(entry, key));
      if (other !== undefined) return { library: other, path: '' };
      const known = this.#instance(of.library, key);
      const whole = this.#defaultPath(of.library);
      // `require('axios').put`: what is no export of its own belongs to what the package exports as a whole.
      if (known === undefined && whole !== '' && entry?.exports.has(key) === false)
        return this.member({ library: of.library, path: whole }, key);
      return known ?? { library: of.library, path: key };
    }
    if (key === 'default' && !of.path.includes('#')) return of;
    const path = of.path.endsWith('#') ? of.path + key : `${of.path}.${key}`;
    return this.#instance(of.library, path) ?? { library: of.library, path };
  }

  /** An instance made by `new`. A namespace that is a class stands for its default export. */
  constructed(of: Reference): Reference {
    const path = of.path === '' ? this.#defaultPath(of.library) : of.path;
    return this.#instance(of.library, `new ${path}`) ?? { library: of.library, path: `${path}#` };
  }

  /**
   * The result of a call, as far as it is more than data: an instance, or a path that rows continue. `undefined` for
   * data of a known library; a path of its own for a library that nobody described.
   */
  result(of: Reference): Reference | undefined {
    const path = of.path === '' ? this.#defaultPath(of.library) : of.path;
    const instance = this.#instance(of.library, `${path}()`);
    if (instance !== undefined) return instance;
    const called = `${path}()`;
    const entry = this.#entry(of.library);
    if (isPythonName(of.library) && !path.includes('#') && this.#isPythonClass(entry, of.library, path))
      return { library: of.library, path: `${path}#` };
    if (this.#match({ library: of.library, path: called }, entry, (name) => entry!.continued.has(name), 'continued') !== undefined)
      return { library: of.library, path: called };
    if (this.described(of.library)) return undefined;
    return { library: of.library, path: called.length > 200 ? 'result' : called };
  }

  /** Which argument names what the call makes. */
  naming(of: Reference): Access | undefined {
    const entry = this.#entry(of.library);
    if (entry === undefined || entry.names.size === 0) return undefined;
    const key = this.#match(of, entry, (name) => entry.names.has(name), 'naming');
    return key === undefined ? undefined : entry.names.get(key);
  }

  /** The instance that a call makes of what is named. */
  made(of: Reference, named: string): Reference | undefined {
    return this.#instance(of.library, `${of.path}('${named}')`);
  }

  /**
   * Calling it makes an instance: a class that is described, or something that is named like one in a package that nobody described. A
   * class that is named like one that acts is more than data, too, when only its package is described.
   */
  #isPythonClass(entry: Entry | undefined, library: string, path: string): boolean {
    if (entry !== undefined && describesClass(entry, path)) return true;
    if (this.#pure.has(library) || !isClassName(path)) return false;
    return entry?.modelled !== true || acting.test(path);
  }

  /** The instance that a type of the library stands for; `undefined` when the type is data or not known. */
  typed(of: Reference): Reference | undefined {
    if (of.path.endsWith('#')) return of;
    if (of.path === '' && this.#defaultPath(of.library) !== '')
      return this.typed({ library: of.library, path: this.#defaultPath(of.library) });
    const instance = this.#instance(of.library, of.path);
    if (instance !== undefined) return instance;
    const entry = this.#entry(of.library);
    // What nobody described may be anything.
    if (entry?.modelled !== true && !this.#pure.has(of.library)) return { library: of.library, path: `${of.path}#` };
    if (entry === undefined) return undefined;
    return describesClass(entry, of.path) ? { library: of.library, path: `${of.path}#` } : undefined;
  }

  rows(of: Reference): readonly EffectRow[] | undefined {
    const entry = this.#entry(of.library);
    const key = this.#match(of, entry, (name) => entry!.rows.has(name), 'row');
    if (key === undefined || (key.includes('*') && this.#isHarmlessByName(of))) return undefined;
    return entry!.rows.get(key);
  }

  /** It is among what is harmless without a star: rows with one speak of the others. */
  #isHarmlessByName(of: Reference): boolean {
    const entry = this.#entry(of.library);
    return this.#match(of, entry, (name) => entry!.harmless.has(name), 'harmless')?.includes('*') === false;
  }

  /** Rows of a class whose objects describe calls, by the path of an instance. */
  commands(of: Reference): readonly EffectRow[] | undefined {
    const entry = this.#entry(of.library);
    if (!of.path.endsWith('#')) return undefined;
    const key = this.#match({ library: of.library, path: of.path.slice(0, -1) }, entry, (name) => entry!.commands.has(name), 'command');
    return key === undefined ? undefined : entry!.commands.get(key);
  }

  /** Who runs a function that is handed over there as a tool. */
  toolsRunBy({ library, path }: Reference): RunsTools | undefined {
    const entry = this.#entry(library);
    return entry === undefined ? undefined : toolsRunBy(entry, path);
  }

  /** What a function that is handed to a call gets as one of its parameters. */
  parameter(of: Reference, index: number): Reference | undefined {
    return this.#instance(of.library, `${of.path}(${index})`);
  }

  /** What the things of a class are about, when it was said of the class. */
  resource({ library, path }: Reference): Resource | undefined {
    const hash = path.indexOf('#');
    return hash < 0 ? undefined : this.#entry(library)?.resources.get(path.slice(0, hash));
  }

  /** The file that a row comes from. */
  fileOf(library: string, row: EffectRow): Effects {
    return this.#entry(library)!.owners.get(row)!;
  }

  harmless(of: Reference): boolean {
    if (this.#pure.has(of.library)) return true;
    const entry = this.#entry(of.library);
    return entry !== undefined && this.#match(of, entry, (name) => entry.harmless.has(name), 'harmless') !== undefined;
  }

  /** What such an object does was told where it was made: `delete(table)` that a session runs later. */
  toldWhenMade(of: Reference): boolean {
    const entry = this.#entry(of.library);
    if (entry === undefined || !of.path.endsWith('#')) return false;
    const name = of.path.slice(0, -1);
    return [...entry.instances].some(([source, made]) => made === name && source.endsWith('()') && entry.rows.has(source.slice(0, -2)));
  }

  fresh(of: Reference): boolean {
    const entry = this.#entry(of.library);
    return (
      entry !== undefined &&
      (this.#match(of, entry, (name) => entry.fresh.has(name), 'fresh') !== undefined ||
        (of.path.endsWith('#') && entry.fresh.has(`new ${of.path.slice(0, -1)}`)))
    );
  }

  /** A class that is the data which it is given by name. */
  record(of: Reference): boolean {
    const entry = this.#entry(of.library);
    return entry !== undefined && this.#match(of, entry, (name) => entry.records.has(name), 'record') !== undefined;
  }

  /** Where the function was given that yields what stands here. */
  holds(of: Reference): Access | undefined {
    const entry = this.#entry(of.library);
    if (entry === undefined || entry.holds.size === 0) return undefined;
    const key = this.#match(of, entry, (name) => entry.holds.has(name), 'held');
    return key === undefined ? undefined : entry.holds.get(key);
  }

  handed(of: Reference): Access | undefined {
    const entry = this.#entry(of.library);
    if (entry === undefined || entry.handed.size === 0) return undefined;
    return entry.handed.get(this.#match(of, entry, (name) => entry.handed.has(name), 'handed') ?? '');
  }

  asks(of: Reference): boolean {
    const entry = this.#entry(of.library);
    return entry !== undefined && this.#match(of, entry, (name) => entry.asks.has(name), 'asks') !== undefined;
  }

  identity(of: Reference): Access | undefined {
    const entry = this.#entry(of.library);
    const key = this.#match(of, entry, (name) => entry!.identity.has(name), 'identity');
    return key === undefined ? undefined : entry!.identity.get(key);
  }

  /** How clients of the library are told to send requests again. */
  resends(library: string): readonly Resending[] {
    return this.#entry(library)?.resends ?? [];
  }

  retry(of: Reference): Repeats | undefined {
    const entry = this.#entry(of.library);
    const key = this.#match(
      { library: of.library, path: of.path === '' ? this.#defaultPath(of.library) : of.path },
      entry,
      (name) => entry!.retries.has(name),
      'retry',
    );
    return key === undefined ? undefined : entry!.retries.get(key);
  }

  /** The file that says what a library is about. */
  about(library: string): Effects | undefined {
    return this.#entry(library)?.about;
  }

  /** Something is said of what has this name, and not only of the library as a whole. */
  speaksOf({ library, path }: Reference): boolean {
    return path !== '' && this.#entry(library)?.exports.has(/^[^.#(]*/.exec(path)![0]) === true;
  }

  /** Somebody looked at this library. */
  described(library: string): boolean {
    return this.#pure.has(library) || this.#entry(library)?.modelled === true;
  }

  /** `path` names `pattern`, by itself or through a base class. */
  is(of: Reference, pattern: string): boolean {
    return this.#match(of, this.#entry(of.library), (name) => name === pattern, pattern) !== undefined;
  }

  /** A star stands for what has no name of its own: `db.orders` is a collection, `db.command` a method, and `db.orders()` is no name. */
  #meansStar(of: Reference, pattern: string, entry: Entry): boolean {
    if (of.path.endsWith(')')) return pattern.endsWith(')');
    const says = (name: string): boolean =>
      !name.includes('*') && (entry.rows.has(name) || entry.harmless.has(name) || entry.instances.has(`${name}()`));
    return !/\W__\w+__$/.test(of.path) && this.#match(of, entry, says, 'name') === undefined;
  }

  #defaultPath(library: string): string {
    const name = this.#entry(library)?.defaultExport ?? '*';
    return name === '*' ? '' : name;
  }

  #instance(library: string, what: string): Reference | undefined {
    const entry = this.#entry(library);
    if (entry === undefined) return undefined;
    const found = this.#match({ library, path: what }, entry, (name) => entry.instances.has(name), 'instance');
    const key = found?.includes('*') === true && !this.#meansStar({ library, path: what }, found, entry) ? undefined : found;
    if (key === undefined) {
      const itself =
        entry.yields.size === 0 ? undefined : this.#match({ library, path: what }, entry, (name) => entry.yields.has(name), 'yield');
      return itself === undefined ? undefined : { library, path: entry.yields.get(itself)! };
    }
    const made = entry.instances.get(key)!;
    const at = made.indexOf(': ');
    return at < 0 ? { library, path: `${made}#` } : { library: made.slice(0, at), path: `${made.slice(at + 2)}#` };
  }

  /** The known name that a path has: itself, one with wildcard segments, or that of a base class. */
  #match(of: Reference, entry: Entry | undefined, has: (name: string) => boolean, purpose: string): string | undefined {
    if (entry === undefined) return undefined;
    let byLibrary = this.#matches.get(purpose);
    if (byLibrary === undefined) this.#matches.set(purpose, (byLibrary = new Map()));
    let byPath = byLibrary.get(of.library);
    if (byPath === undefined) byLibrary.set(of.library, (byPath = new Map()));
    const cached = byPath.get(of.path);
    if (cached !== undefined) return cached ?? undefined;
    const found = findName(of.path, entry, has);
    byPath.set(of.path, found ?? null);
    return found;
  }
}

/** What a library passes on under names that it does not know itself. */
function restOf(entry: Entry | undefined, key: string): string | undefined {
  return entry?.reexports.get('*')?.replace('*', key.toLowerCase());
}

function append<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}

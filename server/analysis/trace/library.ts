/** What is known of packages, indexed for questions about one path at a time. */
import { matchesGlob } from '../glob.js';
import type { Access, EffectRow, Effects, Framework } from '../../../rules/kit/index.js';

/** A thing of a library: its name and the path from its exports. */
export interface Reference {
  readonly library: string;
  readonly path: string;
}

interface Entry {
  /** Described by an effect file, not only by a framework. */
  modelled: boolean;
  defaultExport: string;
  readonly files: Effects[];
  readonly reexports: Map<string, string>;
  readonly instances: Map<string, string>;
  readonly bases: Map<string, string>;
  readonly rows: Map<string, EffectRow[]>;
  readonly owners: Map<EffectRow, Effects>;
  readonly harmless: Set<string>;
  readonly fresh: Set<string>;
  readonly asks: Set<string>;
  readonly identity: Map<string, Access>;
  readonly retries: Map<string, { readonly calls: Access; readonly attempts?: Access }>;
  /** Every beginning of a known path that ends in a call: results that are more than data. */
  readonly continued: Set<string>;
  /** Known names with stars, those with the fewest first. */
  readonly patterns: { readonly text: string; readonly segments: readonly string[] }[];
  readonly commands: Map<string, EffectRow[]>;
  /** First names of all known paths. */
  readonly exports: Set<string>;
}

const builtinModules = new Set(
  (
    'assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events fs http http2 https ' +
    'inspector module net os path perf_hooks process punycode querystring readline repl sqlite stream string_decoder sys test timers tls ' +
    'trace_events tty url util v8 vm wasi worker_threads zlib'
  ).split(' '),
);

/** Index of effect files and frameworks. */
export class Libraries {
  readonly #entries = new Map<string, Entry>();
  readonly #pure: ReadonlySet<string>;
  readonly #matches = new Map<string, string | null>();

  constructor(effects: readonly Effects[], frameworks: readonly Framework[], purePackages: readonly string[]) {
    this.#pure = new Set(purePackages);
    for (const file of effects) this.#addEffects(file);
    for (const framework of frameworks) {
      for (const name of framework.packages) {
        const entry = this.#entry(name);
        addInstances(entry, framework.instances);
        if (framework.harmless !== undefined) entry.modelled = true;
        for (const path of framework.harmless ?? []) entry.harmless.add(path);
        for (const path of framework.asks ?? []) entry.asks.add(path);
        for (const [callee, access] of Object.entries(framework.identity ?? {})) entry.identity.set(callee, access);
      }
    }
    for (const entry of this.#entries.values()) indexContinuations(entry);
  }

  /** The library of an import specifier: its own name if it is described, else the package. */
  named(specifier: string): string {
    if (specifier.startsWith('node:')) return this.#entries.has(specifier) ? specifier : `node:${specifier.slice(5)}`;
    const root = specifier.split('/')[0]!;
    if (builtinModules.has(root)) return `node:${specifier}`;
    if (this.#entries.has(specifier)) return specifier;
    return specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : root;
  }

  /** What an import of a package means. `imported` is a name, `default` or `*`. */
  imported(specifier: string, imported: string): Reference {
    const library = this.named(specifier);
    return imported === '*' ? { library, path: '' } : this.member({ library, path: '' }, imported);
  }

  /** A property of a thing of a library. */
  member(of: Reference, key: string): Reference {
    if (of.path === '') {
      const entry = this.#entries.get(of.library);
      if (key === 'default') return { library: of.library, path: this.#defaultPath(of.library) };
      const other = entry?.reexports.get(key);
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
    const entry = this.#entries.get(of.library);
    if (entry?.continued.has(called) === true) return { library: of.library, path: called };
    if (this.described(of.library)) return undefined;
    return { library: of.library, path: called.length > 200 ? 'result' : called };
  }

  /** The instance that a type of the library stands for; `undefined` when the type is data or not known. */
  typed(of: Reference): Reference | undefined {
    if (of.path.endsWith('#')) return of;
    const instance = this.#instance(of.library, of.path);
    if (instance !== undefined) return instance;
    const entry = this.#entries.get(of.library);
    if (entry === undefined) return this.#pure.has(of.library) ? undefined : { library: of.library, path: `${of.path}#` };
    return this.#describesClass(entry, of.path) ? { library: of.library, path: `${of.path}#` } : undefined;
  }

  rows(of: Reference): readonly EffectRow[] | undefined {
    const entry = this.#entries.get(of.library);
    const key = this.#match(of, entry, (name) => entry!.rows.has(name), 'row');
    return key === undefined ? undefined : entry!.rows.get(key);
  }

  /** Rows of a class whose objects describe calls, by the path of an instance. */
  commands(of: Reference): readonly EffectRow[] | undefined {
    const entry = this.#entries.get(of.library);
    if (!of.path.endsWith('#')) return undefined;
    const key = this.#match({ library: of.library, path: of.path.slice(0, -1) }, entry, (name) => entry!.commands.has(name), 'command');
    return key === undefined ? undefined : entry!.commands.get(key);
  }

  /** What a function that is handed to a call gets as one of its parameters. */
  parameter(of: Reference, index: number): Reference | undefined {
    return this.#instance(of.library, `${of.path}(${index})`);
  }

  /** The file that a row comes from. */
  fileOf(library: string, row: EffectRow): Effects {
    return this.#entries.get(library)!.owners.get(row)!;
  }

  harmless(of: Reference): boolean {
    if (this.#pure.has(of.library)) return true;
    const entry = this.#entries.get(of.library);
    return entry !== undefined && this.#match(of, entry, (name) => entry.harmless.has(name), 'harmless') !== undefined;
  }

  fresh(of: Reference): boolean {
    const entry = this.#entries.get(of.library);
    return (
      entry !== undefined &&
      (this.#match(of, entry, (name) => entry.fresh.has(name), 'fresh') !== undefined ||
        (of.path.endsWith('#') && entry.fresh.has(`new ${of.path.slice(0, -1)}`)))
    );
  }

  asks(of: Reference): boolean {
    const entry = this.#entries.get(of.library);
    return entry !== undefined && this.#match(of, entry, (name) => entry.asks.has(name), 'asks') !== undefined;
  }

  identity(of: Reference): Access | undefined {
    const entry = this.#entries.get(of.library);
    const key = this.#match(of, entry, (name) => entry!.identity.has(name), 'identity');
    return key === undefined ? undefined : entry!.identity.get(key);
  }

  retry(of: Reference): { readonly calls: Access; readonly attempts?: Access } | undefined {
    const entry = this.#entries.get(of.library);
    return entry?.retries.get(of.path === '' ? this.#defaultPath(of.library) : of.path);
  }

  /** Somebody looked at this library. */
  described(library: string): boolean {
    return this.#pure.has(library) || this.#entries.get(library)?.modelled === true;
  }

  /** `path` names `pattern`, by itself or through a base class. */
  is(of: Reference, pattern: string): boolean {
    return this.#match(of, this.#entries.get(of.library), (name) => name === pattern, pattern) !== undefined;
  }

  #defaultPath(library: string): string {
    const name = this.#entries.get(library)?.defaultExport ?? '*';
    return name === '*' ? '' : name;
  }

  #instance(library: string, what: string): Reference | undefined {
    const entry = this.#entries.get(library);
    if (entry === undefined) return undefined;
    const key = this.#match({ library, path: what }, entry, (name) => entry.instances.has(name), 'instance');
    if (key === undefined) return undefined;
    const made = entry.instances.get(key)!;
    const at = made.indexOf(': ');
    return at < 0 ? { library, path: `${made}#` } : { library: made.slice(0, at), path: `${made.slice(at + 2)}#` };
  }

  #describesClass(entry: Entry, name: string): boolean {
    const start = `${name}#`;
    for (const path of [...entry.rows.keys(), ...entry.harmless]) if (path.startsWith(start)) return true;
    return entry.bases.has(name) || [...entry.instances.values()].includes(name);
  }

  /** The known name that a path has: itself, one with wildcard segments, or that of a base class. */
  #match(of: Reference, entry: Entry | undefined, has: (name: string) => boolean, purpose: string): string | undefined {
    if (entry === undefined) return undefined;
    const cacheKey = `${purpose} ${of.library} ${of.path}`;
    const cached = this.#matches.get(cacheKey);
    if (cached !== undefined) return cached ?? undefined;
    const found = this.#search(of.path, entry, has);
    this.#matches.set(cacheKey, found ?? null);
    return found;
  }

  #search(path: string, entry: Entry, has: (name: string) => boolean): string | undefined {
    for (let name: string | undefined = path, guard = 0; name !== undefined && guard < 8; guard++) {
      if (has(name)) return name;
      const segments = segmentsOf(name);
      const pattern = entry.patterns.find((item) => has(item.text) && fits(item.segments, segments));
      if (pattern !== undefined) return pattern.text;
      const hash: number = name.indexOf('#');
      const base: string | undefined = hash > 0 ? entry.bases.get(name.slice(0, hash)) : undefined;
      name = base === undefined ? undefined : base + name.slice(hash);
    }
    return has('*') ? '*' : undefined;
  }

  #addEffects(file: Effects): void {
    const entry = this.#entry(file.library);
    entry.modelled = true;
    entry.files.push(file);
    if (file.default !== undefined) entry.defaultExport = file.default;
    for (const [key, other] of Object.entries(file.reexports ?? {})) entry.reexports.set(key, other);
    addInstances(entry, file.instances);
    for (const [name, base] of Object.entries(file.extends ?? {})) entry.bases.set(name, base);
    for (const row of file.calls) {
      const rows = entry.rows.get(row[0]) ?? [];
      rows.push(row);
      entry.rows.set(row[0], rows);
      entry.owners.set(row, file);
    }
    for (const row of file.commands ?? []) {
      entry.commands.set(row[0], [...(entry.commands.get(row[0]) ?? []), row]);
      entry.owners.set(row, file);
    }
    for (const name of file.harmless) entry.harmless.add(name);
    for (const name of file.fresh ?? []) entry.fresh.add(name);
    for (const name of file.asks ?? []) entry.asks.add(name);
    for (const [callee, access] of Object.entries(file.identity ?? {})) entry.identity.set(callee, access);
    for (const retry of file.retries ?? []) entry.retries.set(retry.callee, retry);
  }

  #entry(library: string): Entry {
    let entry = this.#entries.get(library);
    if (entry === undefined) {
      entry = {
        modelled: false,
        defaultExport: '*',
        files: [],
        reexports: new Map(),
        instances: new Map(),
        bases: new Map(),
        rows: new Map(),
        owners: new Map(),
        harmless: new Set(),
        fresh: new Set(),
        asks: new Set(),
        identity: new Map(),
        retries: new Map(),
        continued: new Set(),
        patterns: [],
        commands: new Map(),
        exports: new Set(),
      };
      this.#entries.set(library, entry);
    }
    return entry;
  }
}

function addInstances(entry: Entry, instances: Readonly<Record<string, readonly string[]>> | undefined): void {
  for (const [name, sources] of Object.entries(instances ?? {})) {
    for (const source of sources) entry.instances.set(source.replace(/^type /, ''), name);
  }
}

function indexContinuations(entry: Entry): void {
  const names = [...entry.rows.keys(), ...entry.harmless, ...entry.fresh, ...entry.asks, ...entry.instances.keys()];
  for (const name of [
    ...names,
    ...entry.commands.keys(),
    ...entry.identity.keys(),
    ...entry.retries.keys(),
    ...entry.instances.values(),
    ...entry.bases.keys(),
  ]) {
    entry.exports.add(/^(?:new )?[^.#(]*/.exec(name)![0].replace('new ', ''));
  }
  for (const name of names) {
    for (let at = name.indexOf('().'); at >= 0; at = name.indexOf('().', at + 1)) entry.continued.add(name.slice(0, at + 2));
    if (name.includes('*') && name !== '*') entry.patterns.push({ text: name, segments: segmentsOf(name) });
  }
  for (const name of [...entry.commands.keys(), ...entry.identity.keys()])
    if (name.includes('*')) entry.patterns.push({ text: name, segments: segmentsOf(name) });
  const stars = (text: string): number => text.split('*').length;
  entry.patterns.sort((a, b) => stars(a.text) - stars(b.text) || b.text.length - a.text.length);
}

function segmentsOf(path: string): string[] {
  return path.replace('#', '.#').split('.');
}

/** A star stands for any text inside one segment. */
function fits(pattern: readonly string[], segments: readonly string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((part, i) => part === segments[i] || (part.includes('*') && matchesGlob(part, segments[i]!)))
  );
}

/** What is known of one package, in an order in which it can be asked. */
import { matchesGlob } from '../glob.js';
import type {
  Access,
  EffectRow,
  Effects,
  Engine,
  Framework,
  OperationTables,
  Resending,
  Resource,
  StepForm,
} from '../../../rules/kit/index.js';
import { withOperations } from './operations.js';

interface Pattern {
  readonly text: string;
  readonly segments: readonly string[];
}

/** What is known of one package. */
export interface Entry {
  /** Described by an effect file, not only by a framework. */
  modelled: boolean;
  /** Says what the library is about. */
  readonly about: Effects | undefined;
  defaultExport: string;
  readonly reexports: Map<string, string>;
  readonly instances: Map<string, string>;
  readonly yields: Map<string, string>;
  readonly names: Map<string, Access>;
  readonly resources: Map<string, Resource>;
  readonly bases: Map<string, string>;
  readonly rows: Map<string, readonly EffectRow[]>;
  readonly owners: Map<EffectRow, Effects>;
  readonly harmless: Set<string>;
  readonly fresh: Set<string>;
  readonly asks: Set<string>;
  readonly records: Set<string>;
  readonly holds: Map<string, Access>;
  /** Where calls that run a model take tools for it. */
  readonly handed: Map<string, Access>;
  readonly identity: Map<string, Access>;
  readonly retries: Map<string, Repeats>;
  readonly resends: Resending[];
  /** Every beginning of a known path that ends in a call: results that are more than data. */
  readonly continued: Set<string>;
  /** Known names with stars: those of the package before those of its family, and of each the ones with the fewest stars first. */
  readonly patterns: Pattern[];
  readonly commands: Map<string, readonly EffectRow[]>;
  /** Classes and functions that register tools, and who runs them: a server when a client asks, or a model as it likes. */
  readonly registering: Map<string, RunsTools>;
  /** First names of all known paths. */
  readonly exports: Set<string>;
}

/** What runs a function again, or as a step of a workflow. */
export interface Repeats {
  readonly calls: Access;
  readonly attempts?: Access;
  readonly step?: StepForm;
}

/** Everything that speaks of one package. */
export interface Sources {
  readonly files: readonly Effects[];
  /** Files whose library has a star that stands for this package. What the package's own files say wins. */
  readonly families: readonly Effects[];
  readonly frameworks: readonly Framework[];
  readonly engines: readonly Engine[];
}

/** Puts together what is known of a package. */
export function entryOf(library: string, { files, families, frameworks, engines }: Sources, tables: OperationTables): Entry {
  const entry: Entry = {
    modelled: files.length > 0 || families.length > 0,
    about: files[0] ?? families[0],
    defaultExport: '*',
    reexports: new Map(),
    instances: new Map(),
    yields: new Map(),
    names: new Map(),
    resources: new Map(),
    bases: new Map(),
    rows: new Map(),
    owners: new Map(),
    harmless: new Set(),
    fresh: new Set(),
    asks: new Set(),
    records: new Set(),
    holds: new Map(),
    handed: new Map(),
    identity: new Map(),
    retries: new Map(),
    resends: [],
    continued: new Set(),
    patterns: [],
    commands: new Map(),
    registering: new Map(),
    exports: new Set(),
  };
  addFiles(
    entry,
    files.map((file) => (file.operations === undefined ? file : withOperations(file, library, tables))),
  );
  for (const framework of frameworks) {
    addInstances(entry, framework.instances);
    for (const call of callsOf(framework)) entry.exports.add(headOf(call));
    for (const call of takingHandlers(framework)) entry.registering.set(headOf(call), framework.hosted ? 'server' : 'model');
    for (const name of framework.records ?? []) entry.records.add(name);
    for (const [path, access] of Object.entries(framework.holds ?? {})) entry.holds.set(path, access);
    // What is handed in is an object of its class, whatever else is known of the package.
    for (const name of framework.hidden ?? []) addInstances(entry, { [name]: [`${name}()`] });
    if (framework.language === 'python') addMakers(entry, framework);
    if (framework.default !== undefined) entry.defaultExport = framework.default;
    for (const [name, base] of Object.entries(framework.extends ?? {})) entry.bases.set(name, base);
    if (framework.harmless !== undefined && framework.partly !== true) entry.modelled = true;
    for (const path of framework.harmless ?? []) entry.harmless.add(path);
    for (const { call, tools, agent, answer } of framework.sets ?? [])
      if (agent && answer === undefined && typeof tools === 'string' && tools !== 'this') entry.handed.set(call, tools);
    for (const path of framework.asks ?? []) entry.asks.add(path);
    for (const [callee, access] of Object.entries(framework.identity ?? {})) entry.identity.set(callee, access);
  }
  for (const engine of engines) addEngine(entry, engine);
  addPatterns(entry, new Set());
  for (const framework of frameworks) for (const call of appliedIn(framework)) entry.continued.add(`${call}()`);
  const own = new Set(entry.patterns.map(({ text }) => text));
  addFiles(
    entry,
    families.map((family) => withOperations(family, library, tables)),
  );
  addPatterns(entry, own);
  indexExports(entry);
  return entry;
}

function addFiles(entry: Entry, files: readonly Effects[]): void {
  const known = new Set([...entry.rows.keys(), ...entry.harmless, ...entry.identity.keys()]);
  const commands = new Set(entry.commands.keys());
  for (const file of files) {
    if (file.default !== undefined && entry.defaultExport === '*') entry.defaultExport = file.default;
    for (const [key, other] of Object.entries(file.reexports ?? {})) entry.reexports.set(key, other);
    addInstances(entry, file.instances);
    for (const [name, sources] of Object.entries(file.yields ?? {})) for (const source of sources) entry.yields.set(source, name);
    for (const [name, resource] of Object.entries(file.resources ?? {})) entry.resources.set(name, resource);
    for (const [callee, access] of Object.entries(file.names ?? {})) entry.names.set(callee, access);
    for (const [name, base] of Object.entries(file.extends ?? {})) if (!entry.bases.has(name)) entry.bases.set(name, base);
    addRows(entry, entry.rows, file, file.calls, known);
    addRows(entry, entry.commands, file, file.commands ?? [], commands);
    for (const name of file.harmless) if (!known.has(name)) entry.harmless.add(name);
    for (const name of file.fresh ?? []) entry.fresh.add(name);
    for (const name of file.asks ?? []) entry.asks.add(name);
    for (const name of file.records ?? []) entry.records.add(name);
    for (const [callee, access] of Object.entries(file.identity ?? {})) if (!known.has(callee)) entry.identity.set(callee, access);
    for (const retry of file.retries ?? []) entry.retries.set(retry.callee, retry);
    entry.resends.push(...(file.resends ?? []));
  }
}

/** What is played back, what makes steps, and what is handed to workflows. */
function addEngine(entry: Entry, { instances, extends: bases = {}, default: whole, harmless, steps, workflows }: Engine): void {
  addInstances(entry, instances);
  if (whole !== undefined) entry.defaultExport = whole;
  for (const [name, base] of Object.entries(bases)) entry.bases.set(name, base);
  for (const name of harmless) if (!entry.rows.has(name)) entry.harmless.add(name);
  for (const step of steps) {
    if (step.call !== undefined) entry.retries.set(step.call, { calls: 'arg 0', step });
    if (step.wraps !== undefined) {
      entry.retries.set(step.wraps.call, { calls: step.wraps.fn, step });
      entry.identity.set(step.wraps.call, step.wraps.fn);
    }
    if (step.decorator !== undefined)
      for (const name of [step.decorator, `${step.decorator}()`]) entry.retries.set(name, { calls: 'arg 0', step });
  }
  const applied = [...steps, ...workflows].flatMap(({ decorator }) => decorator ?? []);
  for (const name of applied) if (!entry.instances.has(`${name}()`)) entry.continued.add(`${name}()`);
  for (const { call, base } of workflows) for (const name of [call ?? [], base ?? []].flat()) entry.exports.add(headOf(name));
}

/** Rows of callees that nobody spoke of before. */
function addRows(
  entry: Entry,
  into: Map<string, readonly EffectRow[]>,
  file: Effects,
  rows: readonly EffectRow[],
  known: ReadonlySet<string>,
): void {
  for (const row of rows) {
    if (known.has(row[0])) continue;
    into.set(row[0], [...(into.get(row[0]) ?? []), row]);
    entry.owners.set(row, file);
  }
}

function addInstances(entry: Entry, instances: Readonly<Record<string, readonly string[]>> | undefined): void {
  for (const [name, sources] of Object.entries(instances ?? {})) {
    for (const source of sources) {
      const key = source.replace(/^type /, '');
      if (!entry.instances.has(key)) entry.instances.set(key, name);
    }
  }
}

/** Adds the names with stars that are not among `known`, and every beginning of a name that ends in a call. */
function addPatterns(entry: Entry, known: ReadonlySet<string>): void {
  const names = [
    ...entry.rows.keys(),
    ...entry.harmless,
    ...entry.fresh,
    ...entry.asks,
    ...entry.identity.keys(),
    ...entry.instances.keys(),
    ...entry.yields.keys(),
  ];
  for (const name of names) {
    for (const { index } of name.matchAll(/\(\)(?=[.(])/g)) entry.continued.add(name.slice(0, index + 2));
  }
  const found = new Set([...names, ...entry.commands.keys(), ...entry.continued].filter((name) => name.includes('*') && name !== '*'));
  const added = [...found].filter((text) => !known.has(text)).map((text) => ({ text, segments: patternOf(text) }));
  const stars = (text: string): number => text.split('*').length;
  entry.patterns.push(...added.sort((a, b) => stars(a.text) - stars(b.text) || b.text.length - a.text.length));
}

function indexExports(entry: Entry): void {
  for (const name of [
    ...entry.rows.keys(),
    ...entry.harmless,
    ...entry.fresh,
    ...entry.asks,
    ...entry.instances.keys(),
    ...entry.commands.keys(),
    ...entry.identity.keys(),
    ...entry.retries.keys(),
    ...entry.records,
    ...entry.instances.values(),
    ...entry.yields.values(),
    ...entry.bases.keys(),
  ]) {
    entry.exports.add(headOf(name));
  }
}

/** The export that a path starts from. */
function headOf(path: string): string {
  return /^(?:new )?[^.#(]*/.exec(path)![0].replace('new ', '');
}

/** What the framework is called for is more than data, whoever else describes the package. */
function addMakers(entry: Entry, { tools, sets = [] }: Framework): void {
  for (const { call } of [...tools.filter(({ applied }) => applied !== true), ...sets]) {
    if (entry.instances.has(`${call}()`)) continue;
    if (/^(?:\w+\.)*[A-Z]\w*$/.test(call)) entry.instances.set(`${call}()`, call);
    else entry.continued.add(`${call}()`);
  }
}

/** Decorators, whose results are put on functions. */
function appliedIn({ tools, dispatch = [], sets = [] }: Framework): readonly string[] {
  return [
    ...tools.filter(({ applied }) => applied === true).map(({ call }) => call),
    ...sets.filter(({ applied }) => applied !== undefined).map(({ call }) => call),
    ...dispatch.flatMap(({ decorators }) => (decorators === undefined ? [] : [decorators.list, decorators.invoke])),
  ];
}

/** Calls that a server is told handlers with. */
function takingHandlers({ tools, overloads = [], dispatch = [] }: Framework): readonly string[] {
  return [
    ...[...tools, ...overloads].map(({ call }) => call),
    ...dispatch.flatMap(({ call, decorators, both }) => [call ?? [], decorators?.list ?? [], both?.call ?? []].flat()),
  ];
}

export type RunsTools = 'server' | 'model';

/** Who runs what is handed to a call, when what the path starts from, or a base class of it, registers tools. */
export function toolsRunBy({ registering, bases }: Entry, path: string): RunsTools | undefined {
  if (registering.size === 0) return undefined;
  for (let name: string | undefined = headOf(path), guard = 0; name !== undefined && guard < 8; name = bases.get(name), guard++) {
    const by = registering.get(name);
    if (by !== undefined) return by;
  }
  return undefined;
}

/** The calls that a framework declares tools with. */
function callsOf({
  tools,
  overloads = [],
  sets = [],
  loose = [],
  policies = [],
  runs = [],
  decorators = [],
  dispatch = [],
  classes = [],
  kits = [],
}: Framework): readonly string[] {
  return [
    ...[...tools, ...overloads, ...sets, ...loose, ...policies, ...runs, ...decorators].map(({ call }) => call),
    ...dispatch.flatMap(({ call, decorators: two, both, methods }) =>
      [call ?? [], two === undefined ? [] : [two.list, two.invoke], both?.call ?? [], methods?.base ?? []].flat(),
    ),
    ...[...classes, ...kits].map(({ base }) => base),
  ];
}

/** The known name that a path has: itself, one with stars, or that of a base class. */
export function findName(path: string, entry: Entry, has: (name: string) => boolean): string | undefined {
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

const described = new WeakMap<Entry, Map<string, boolean>>();

/** Instances of this class have known methods. */
export function describesClass(entry: Entry, name: string): boolean {
  let classes = described.get(entry);
  if (classes === undefined) described.set(entry, (classes = new Map()));
  let answer = classes.get(name);
  if (answer === undefined) classes.set(name, (answer = hasMethods(entry, name)));
  return answer;
}

function hasMethods(entry: Entry, name: string): boolean {
  const start = `${name}#`;
  for (const path of [...entry.rows.keys(), ...entry.harmless]) if (path.startsWith(start)) return true;
  if (entry.bases.has(name) || [...entry.instances.values()].includes(name)) return true;
  // Generated names with `$` are those of data.
  if (name.includes('$')) return false;
  const segments = name.split('.');
  return entry.patterns.some((pattern) => {
    const hash = pattern.segments.indexOf('#');
    return hash > 0 && pattern.segments.length > hash + 1 && fits(pattern.segments.slice(0, hash), segments);
  });
}

function segmentsOf(path: string): string[] {
  return path.replace('#', '.#.').split('.');
}

/** `Frame#**()` is a chain of any length whose last part is called. */
function patternOf(text: string): string[] {
  return segmentsOf(text).flatMap((part) => (/^\*\*./.test(part) ? ['**', part.slice(1)] : [part]));
}

/** A star stands for any text inside one segment, two stars for any number of segments. */
function fits(pattern: readonly string[], segments: readonly string[], at = 0, from = 0): boolean {
  for (let p = at, s = from; ; p++, s++) {
    if (p === pattern.length) return s === segments.length;
    const part = pattern[p]!;
    if (part === '**') {
      for (let next = s; next <= segments.length; next++) if (fits(pattern, segments, p + 1, next)) return true;
      return false;
    }
    if (s >= segments.length || (part !== segments[s] && !(part.includes('*') && matchesGlob(part, segments[s]!)))) return false;
  }
}

/** Packages of both languages share names (`stripe`, `redis`): those of Python carry a mark wherever packages are told apart. */
import { effectsFile, type Effects, type EffectsFile, type Engine, type Framework } from '../../rules/kit/index.js';
import type { Knowledge } from './snapshot.js';

const mark = 'py:';

/** The name of a Python package, or of a module in it, as analysis has it: `py:google.cloud.storage`, `py:.helpers`. */
export function pythonName(name: string): string {
  return mark + name;
}

export function isPythonName(name: string): boolean {
  return name.startsWith(mark);
}

/** The name as people write it. */
export function plainName(name: string): string {
  return isPythonName(name) ? name.slice(mark.length) : name;
}

/** What is known, with the names of Python packages marked. */
export function marked(knowledge: Knowledge): Knowledge {
  return {
    ...knowledge,
    effects: knowledge.effects.map(markedEffects),
    frameworks: knowledge.frameworks.map(markedPackages),
    engines: knowledge.engines.map(markedPackages),
    purePackages: [...knowledge.purePackages, ...knowledge.purePythonModules.map(pythonName)],
    purePythonModules: [],
  };
}

/** An effect file as {@link marked} has it. */
export function markedEffects(file: EffectsFile): EffectsFile {
  const { library, language, modules } = file;
  if (language !== 'python') return file;
  const names = { library: pythonName(library), language, ...(modules === undefined ? {} : { modules: modules.map(pythonName) }) };
  return effectsFile(names, () => withNames(file.all(), names));
}

function withNames(effects: Effects, names: Pick<Effects, 'library' | 'modules'>): Effects {
  const { reexports, instances } = effects;
  return {
    ...effects,
    ...names,
    ...(reexports === undefined ? {} : { reexports: mapped(reexports, ([key, name]) => [key, pythonName(name)]) }),
    ...(instances === undefined ? {} : { instances: markedInstances(instances) }),
  };
}

function markedPackages<F extends Framework | Engine>(known: F): F {
  if (known.language !== 'python') return known;
  const { packages, instances } = known;
  return {
    ...known,
    packages: packages.map(pythonName),
    ...(instances === undefined ? {} : { instances: markedInstances(instances) }),
  };
}

/** `'other: Class'` names a class of another package. */
function markedInstances(instances: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, readonly string[]>> {
  return mapped(instances, ([name, sources]) => [name.includes(': ') ? pythonName(name) : name, sources]);
}

function mapped<T>(record: Readonly<Record<string, T>>, change: (entry: [string, T]) => [string, T]): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).map(change));
}

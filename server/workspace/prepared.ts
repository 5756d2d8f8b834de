import { isPythonName, marked, plainName } from '../analysis/languages.js';
import type { Knowledge } from '../analysis/snapshot.js';
import { toolMarkers } from './markers.js';
import { createPrefilter, type Prefilter } from './prefilter.js';

/** Packages of which something is known, as those ask for them who follow imports. */
export interface KnownPackages {
  /** Packages whose version the analysis may ask for, with other names under which they are published. */
  readonly published: ReadonlyMap<string, readonly string[]>;
  /** Packages that tools are declared with: whoever declares one may import it by way of another file. */
  readonly sdks: ReadonlySet<string>;
  /** Packages that projects are written in. */
  readonly growing: ReadonlySet<string>;
  /** Packages whose version matters for the files of a folder, imported or not. */
  readonly byFolder: ReadonlyMap<string, readonly string[]>;
  /** First parts of the names of Python packages, those included of which nothing more is known. */
  readonly pythonHeads: ReadonlySet<string>;
}

/** What follows from the knowledge alone. */
export interface Prepared {
  /** With the names of Python packages marked. */
  readonly knowledge: Knowledge;
  readonly packages: KnownPackages;
  /** Whether a text may define tools. */
  readonly tools: Prefilter;
}

const known = new WeakMap<Knowledge, Prepared>();

/** Puts the knowledge in order, once for all workspaces. */
export function prepare(knowledge: Knowledge): Prepared {
  const found = known.get(knowledge) ?? prepareAnew(marked(knowledge));
  known.set(knowledge, found);
  return found;
}

function prepareAnew(knowledge: Knowledge): Prepared {
  const { frameworks, effects, engines, purePackages } = knowledge;
  const published = new Map([
    ...effects.map(({ library }): [string, readonly string[]] => [library, []]),
    ...engines.flatMap(({ packages: names }) => names.map((name): [string, readonly string[]] => [name, []])),
    ...frameworks.flatMap(({ packages, distributions = [] }) => packages.map((name): [string, readonly string[]] => [name, distributions])),
  ]);
  let heads: ReadonlySet<string> | undefined;
  const packages: KnownPackages = {
    published,
    sdks: new Set(frameworks.flatMap((framework) => framework.packages)),
    growing: new Set(frameworks.flatMap((framework) => (framework.grows === true ? framework.packages : []))),
    byFolder: new Map(
      frameworks.flatMap((framework) =>
        (framework.modules ?? []).flatMap(({ folder }) => (folder === undefined ? [] : [[folder, framework.packages] as const])),
      ),
    ),
    // Most workspaces never ask.
    get pythonHeads() {
      return (heads ??= new Set(
        [...published.keys(), ...purePackages, ...effects.flatMap(({ modules = [] }) => modules)]
          .filter(isPythonName)
          .map((name) => plainName(name).split('.')[0]!),
      ));
    },
  };
  return { knowledge, packages, tools: createPrefilter(toolMarkers(knowledge)) };
}

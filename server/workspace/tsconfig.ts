import { dirname, isAbsolute, join, upward } from './paths.js';
import type { Tree } from './tree.js';

/** What of a `tsconfig.json` decides where imports lead, with absolute paths, and what the language has. */
interface Project {
  readonly baseUrl?: string;
  readonly paths?: { readonly base: string; readonly entries: Readonly<Record<string, readonly string[]>> };
  readonly rootDir?: string;
  readonly outDir?: string;
  /** Years of editions of ECMAScript. */
  readonly target?: number;
  readonly lib?: number;
}

const longestChain = 16;

/**
 * Where a bare specifier may lead by `paths` and `baseUrl` of the nearest `tsconfig.json` or `jsconfig.json`, best
 * first and without extensions tried. A configuration that only lists `references` speaks through these.
 * Source: TypeScript handbook, "Modules – Reference", sections `baseUrl` and `paths`.
 */
export function mappedPaths(tree: Tree, specifier: string, from: string): readonly string[] {
  const found: string[] = [];
  for (const project of projectsFor(tree, dirname(from))) {
    if (project.paths) found.push(...substitute(project.paths.entries, specifier).map((path) => join(project.paths!.base, path)));
    if (project.baseUrl !== undefined) found.push(join(project.baseUrl, specifier));
  }
  return found;
}

/** The source folder that a folder of build output was made from, by `outDir` and `rootDir`. */
export function sourceOf(tree: Tree, output: string, folder: string): string | undefined {
  for (const project of projectsFor(tree, folder)) {
    if (project.outDir === undefined || !output.startsWith(`${project.outDir}/`)) continue;
    return join(project.rootDir ?? join(folder, 'src'), output.slice(project.outDir.length + 1));
  }
  return undefined;
}

/**
 * The edition of ECMAScript whose library the project of a file has, as a year; `undefined` when nobody says, and for what comes next.
 * Source: TypeScript's reference of `tsconfig.json`, `target` and `lib`; without `lib`, the target brings its own.
 */
export function editionFor(tree: Tree, file: string): number | undefined {
  if (!/\.[cm]?[jt]sx?$/.test(file)) return undefined;
  for (const { lib, target } of projectsFor(tree, dirname(file))) {
    const edition = lib ?? target;
    if (edition !== undefined) return edition === Infinity ? undefined : edition;
  }
  return undefined;
}

/** `ES2020`, `es2022.error`: other parts of an edition bring nothing that edits are about. */
function editionOf(word: unknown): number | undefined {
  const [, edition] = /^es(next|5|6|\d{4})(?:\.(?:full|error))?$/i.exec(typeof word === 'string' ? word : '') ?? [];
  if (edition === undefined) return undefined;
  return edition.length > 1 ? Number(edition) || Infinity : 2009 + (Number(edition) - 5) * 6;
}

function projectsFor(tree: Tree, folder: string): readonly Project[] {
  return tree.derived(`projects ${folder}`, () => findProjects(tree, folder));
}

function findProjects(tree: Tree, folder: string): readonly Project[] {
  for (const at of upward(folder)) {
    for (const name of ['tsconfig.json', 'jsconfig.json']) {
      const file = join(at, name);
      const config = asObject(tree.json(file));
      if (!config) continue;
      const own = read(tree, file, longestChain);
      const references = Array.isArray(config['references']) ? config['references'] : [];
      const others = references.slice(0, 100).flatMap((reference) => {
        const path = asObject(reference)?.['path'];
        if (typeof path !== 'string') return [];
        const target = join(at, path);
        return [read(tree, path.endsWith('.json') ? target : join(target, 'tsconfig.json'), longestChain)];
      });
      return own.paths || own.baseUrl !== undefined ? [own, ...others] : [...others, own];
    }
  }
  return [];
}

/** Reads a configuration and what it extends; the extending file wins, `paths` are taken as a whole. */
function read(tree: Tree, file: string, depth: number): Project {
  const config = asObject(tree.json(file));
  if (!config || depth === 0) return {};
  const folder = dirname(file);
  const bases = [config['extends']].flat().filter((base) => typeof base === 'string');
  const project: Project = Object.assign(
    {},
    ...bases.map((base) => {
      const target = extended(tree, base, folder);
      return target === undefined ? {} : read(tree, target, depth - 1);
    }),
  );
  const options = asObject(config['compilerOptions']) ?? {};
  const path = (key: string): string | undefined => {
    const value = options[key];
    return typeof value === 'string' ? join(folder, value.replace('${configDir}', folder)) : undefined;
  };
  const baseUrl = path('baseUrl') ?? project.baseUrl;
  const rootDir = path('rootDir') ?? project.rootDir;
  const outDir = path('outDir') ?? project.outDir;
  const own = asObject(options['paths']);
  const target = editionOf(options['target']) ?? project.target;
  const editions = Array.isArray(options['lib']) ? options['lib'].flatMap((word) => editionOf(word) ?? []) : [];
  const lib = editions.length > 0 ? Math.max(...editions) : project.lib;
  const entries: Record<string, string[]> = {};
  for (const [key, targets] of Object.entries(own ?? {})) {
    if (Array.isArray(targets))
      entries[key] = targets.filter((target) => typeof target === 'string').map((target) => target.replace('${configDir}', folder));
  }
  const paths = own ? { base: baseUrl ?? folder, entries } : project.paths;
  return { baseUrl, paths, rootDir, outDir, target, lib };
}

/** The file that `extends` names: a path, or a file of a package that is looked for upward. */
function extended(tree: Tree, base: string, folder: string): string | undefined {
  const complete = (path: string): string => (path.endsWith('.json') ? path : `${path}.json`);
  if (base.startsWith('.') || isAbsolute(base)) return complete(join(folder, base));
  for (const at of upward(folder)) {
    const inside = join(at, `node_modules/${base}`);
    for (const candidate of base.endsWith('.json') ? [inside] : [`${inside}.json`, `${inside}/tsconfig.json`]) {
      if (tree.json(candidate) !== undefined) return candidate;
    }
  }
  return undefined;
}

/** Targets of the pattern that fits best: an exact one, else the one with the longest text before its `*`. */
function substitute(entries: Readonly<Record<string, readonly string[]>>, specifier: string): readonly string[] {
  const exact = Object.hasOwn(entries, specifier) ? entries[specifier] : undefined;
  if (exact) return exact;
  let best: { readonly pattern: string; readonly middle: string; readonly length: number } | undefined;
  for (const pattern of Object.keys(entries)) {
    const star = pattern.indexOf('*');
    if (star < 0) continue;
    const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
    if (specifier.length < before.length + after.length || !specifier.startsWith(before) || !specifier.endsWith(after)) continue;
    if (best && best.length >= before.length) continue;
    best = { pattern, middle: specifier.slice(before.length, specifier.length - after.length), length: before.length };
  }
  return best ? entries[best.pattern]!.map((target) => target.replace('*', () => best.middle)) : [];
}

/** The value if it is an object with string keys. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
}

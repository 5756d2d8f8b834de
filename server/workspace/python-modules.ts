/** Which file a Python import means, and which version of a package a project asks for. */
import { plainName } from '../analysis/languages.js';
import { isStandard } from '../analysis/standard-modules.js';
import { dirname, join, upward } from './paths.js';
import type { Tree } from './tree.js';

/** Folders that sources of a project commonly stand in, besides its own. */
const sourceFolders = ['', 'src', 'python', 'lib'] as const;

const manifests = ['pyproject.toml', 'requirements.txt', 'setup.cfg', 'Pipfile'] as const;

/**
 * The file of a module as seen from a file: relative ones from its folder; others from every folder above that is no package, where
 * projects begin, and at last from the file's own folder, as for scripts. `elsewhere` are folders with top-level packages of the name.
 * Installed packages end at their name, and a module inside a package does not hide the one of the same name that is `known`, or that
 * comes with Python. Answers come from what the tree knows; unknown parts are remembered there.
 */
export function resolvePython(
  tree: Tree,
  specifier: string,
  from: string,
  elsewhere: (name: string) => readonly string[],
  known: (name: string) => boolean,
): string | undefined {
  const name = plainName(specifier);
  const dots = /^\.*/.exec(name)![0].length;
  const segments = name
    .slice(dots)
    .split('.')
    .filter((segment) => segment !== '');
  if (dots > 0) {
    let folder = dirname(from);
    for (let i = 1; i < dots; i++) folder = dirname(folder);
    return moduleAt(tree, folder, segments)?.file;
  }
  const [head] = segments;
  if (head === undefined) return undefined;
  const own = dirname(from);
  const above = upward(own).filter((folder) => !isPackage(tree, folder) || isProject(tree, folder));
  const hidden = known(head);
  const standard = isStandard(segments.join('.'));
  const sources = above.flatMap((folder) => sourceFolders.map((inner) => (inner === '' ? folder : join(folder, inner))));
  // Only a script finds what stands beside it under such a name.
  const scripts = isPackage(tree, own) ? [] : [own];
  const roots = standard ? scripts : hidden ? sources : [...sources, own];
  for (const root of new Set(roots)) {
    const found = moduleAt(tree, root, segments);
    if (found !== undefined) return found.file;
  }
  if (standard) return undefined;
  // A script below a package is started from its folder, or from one above.
  const below = hidden ? [] : upward(own).filter((folder) => !above.includes(folder));
  for (const root of [...below, ...elsewhere(head)]) {
    const found = moduleAt(tree, root, segments);
    if (found?.file !== undefined) return found.file;
  }
  return undefined;
}

function isPackage(tree: Tree, folder: string): boolean {
  return tree.kind(join(folder, '__init__.py')) === 'file';
}

/** Scripts are started where a project begins, even when somebody made a package of that folder. */
function isProject(tree: Tree, folder: string): boolean {
  return [...manifests, 'setup.py'].some((name) => tree.kind(join(folder, name)) === 'file');
}

/** What stands at a module's path below a folder; `undefined` when not even its first part is there, or other parts of it may stand elsewhere. */
function moduleAt(tree: Tree, folder: string, segments: readonly string[]): { readonly file: string | undefined } | undefined {
  let at = folder;
  let isWhole = false;
  for (const [i, segment] of segments.entries()) {
    const isLast = i === segments.length - 1;
    const path = join(at, segment);
    if (tree.kind(path) === 'folder') {
      const init = join(path, '__init__.py');
      if (isLast && tree.kind(init) === 'file') return { file: init };
      if (isLast && tree.kind(`${path}.py`) !== 'file') return isEmptyOfPython(tree, path) ? undefined : { file: undefined };
      if (!isLast) {
        isWhole ||= isPackage(tree, path);
        at = path;
        continue;
      }
    }
    if (tree.kind(`${path}.py`) === 'file') return { file: isLast ? `${path}.py` : undefined };
    // Folders without a file of their own are parts of a namespace.
    return isWhole ? { file: undefined } : undefined;
  }
  const init = join(at, '__init__.py');
  return tree.kind(init) === 'file' ? { file: init } : undefined;
}

/** A folder that only has the name of a package, such as `docs` or `redis`. */
function isEmptyOfPython(tree: Tree, folder: string): boolean {
  return ![...(tree.entries(folder) ?? [])].some(([name, { kind }]) => name.endsWith('.py') || kind === 'folder');
}

/** The project that a file belongs to calls itself by one of these names, so its source is that of the package. */
export function isOwnPackage(tree: Tree, names: readonly string[], file: string): boolean {
  const wanted = new Set(names.map(normal));
  for (const folder of upward(dirname(file))) {
    for (const [manifest, pattern] of ownNames) {
      const own = pattern.exec(tree.text(join(folder, manifest)) ?? '')?.[1];
      if (own !== undefined) return wanted.has(normal(own));
    }
  }
  return false;
}

const ownNames: readonly (readonly [string, RegExp])[] = [
  ['pyproject.toml', /^name[ \t]{0,20}=[ \t]{0,20}["']([\w.-]{1,200})["']/m],
  ['setup.py', /\bname[ \t]{0,20}=[ \t]{0,20}["']([\w.-]{1,200})["']/],
  ['setup.cfg', /^name[ \t]{0,20}=[ \t]{0,20}([\w.-]{1,200})[ \t\r]{0,20}$/m],
];

/** The major version of a package, by any of its names, that the nearest manifest asks for; `undefined` when none says one number. */
export function pythonMajor(tree: Tree, names: readonly string[], from: string): number | undefined {
  const wanted = new Set(names.map(normal));
  for (const folder of upward(dirname(from))) {
    for (const manifest of manifests) {
      const text = tree.text(join(folder, manifest));
      const found = text === undefined ? undefined : versionIn(text, wanted);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** A requirement: a name, extras, and the first bound on its version. */
const requirement =
  /(?:^|["'\s])([A-Za-z][\w.-]{0,100})(?:\[[^\]\n]{0,200}\])?["']?[ \t]{0,20}(?:=[ \t]{0,20}["'])?[ \t]{0,20}(?:===?|~=|>=?|\^)[ \t]{0,20}["']?[\^~>=]{0,3}(\d{1,6})(?=[.\s,"';*]|$)/gm;

function versionIn(text: string, wanted: ReadonlySet<string>): number | undefined {
  for (const [, name, major] of text.slice(0, 200_000).matchAll(requirement)) if (wanted.has(normal(name!))) return Number(major);
  return undefined;
}

function normal(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}

import { basename, dirname, join, upward } from './paths.js';
import { asObject } from './tsconfig.js';
import type { Tree } from './tree.js';

export interface Manifest {
  readonly folder: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** The nearest `package.json` at or above a folder. Installed packages are not left upward. */
export function nearestManifest(tree: Tree, folder: string): Manifest | undefined {
  return tree.derived(`manifest ${folder}`, () => findManifest(tree, folder));
}

function findManifest(tree: Tree, folder: string): Manifest | undefined {
  for (const at of upward(folder)) {
    if (basename(at) === 'node_modules') return undefined;
    const content = asObject(tree.json(join(at, 'package.json')));
    if (content) return { folder: at, content };
  }
  return undefined;
}

/** Splits `@scope/name/sub/path` into the package's name and the rest; `undefined` for what cannot be a package. */
export function splitSpecifier(specifier: string): { readonly name: string; readonly rest: string } | undefined {
  const parts = specifier.split('/');
  const count = specifier.startsWith('@') ? 2 : 1;
  const name = parts.slice(0, count).join('/');
  if (parts.length < count || name === '' || name.startsWith('.') || name.includes(':')) return undefined;
  return { name, rest: parts.slice(count).join('/') };
}

/**
 * The folder of a package of the same repository, by its name: npm and Yarn `workspaces`, pnpm's `packages`, nearest
 * workspace first.
 */
export function workspacePackage(tree: Tree, name: string, from: string): string | undefined {
  for (const at of upward(dirname(from))) {
    if (basename(at) === 'node_modules') return undefined;
    const folder = workspaceFolders(tree, at).get(name);
    if (folder !== undefined) return folder;
  }
  return undefined;
}

const dependencyFields = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'] as const;

/** The folder of a package that a manifest above names by its path: `"core": "file:../core"`. */
export function linkedPackage(tree: Tree, name: string, from: string): string | undefined {
  for (const at of upward(dirname(from))) {
    if (basename(at) === 'node_modules') return undefined;
    const manifest = asObject(tree.json(join(at, 'package.json')));
    for (const field of dependencyFields) {
      const range = asObject(manifest?.[field])?.[name];
      const path = typeof range === 'string' ? /^(?:file|link|portal):(?!\/)(.{1,400})$/.exec(range)?.[1] : undefined;
      if (path !== undefined && !/\.t(?:ar\.)?gz$/.test(path)) return join(at, path);
    }
  }
  return undefined;
}

/** The packages of a workspace by their names. */
function workspaceFolders(tree: Tree, root: string): ReadonlyMap<string, string> {
  return tree.derived(`workspace ${root}`, () => {
    const folders = new Map<string, string>();
    const patterns = workspacePatterns(tree, root);
    for (const folder of patterns.length === 0 ? [] : members(tree, root, patterns)) {
      const name = asObject(tree.json(join(folder, 'package.json')))?.['name'];
      if (typeof name === 'string' && !folders.has(name)) folders.set(name, folder);
    }
    return folders;
  });
}

function workspacePatterns(tree: Tree, folder: string): readonly string[] {
  const manifest = asObject(tree.json(join(folder, 'package.json')));
  const declared = manifest?.['workspaces'];
  const list = Array.isArray(declared) ? declared : asObject(declared)?.['packages'];
  const own = Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
  return [...own, ...pnpmPackages(tree.text(join(folder, 'pnpm-workspace.yaml')) ?? '')];
}

/** The `packages` list of a `pnpm-workspace.yaml`, in block or flow form. */
export function pnpmPackages(text: string): readonly string[] {
  const found: string[] = [];
  let inside = false;
  for (const line of text.split(/\r?\n/)) {
    const head = /^packages[ \t]{0,20}:/.exec(line);
    if (head) {
      inside = true;
      found.push(
        ...line
          .slice(head[0].length)
          .trim()
          .replace(/^\[|\][^\]]*$/g, '')
          .split(',')
          .map(unquoted)
          .filter((item) => item !== '' && !item.startsWith('#')),
      );
    } else if (inside) {
      const item = /^[ \t]{0,20}-[ \t]/.exec(line);
      if (item) found.push(unquoted(line.slice(item[0].length)));
      else if (/^\S/.test(line) && !line.startsWith('#')) inside = false;
    }
  }
  return found;
}

function unquoted(text: string): string {
  const trimmed = text.trim();
  const quote = trimmed[0];
  if (quote === '"' || quote === "'") return trimmed.slice(1, trimmed.indexOf(quote, 1) < 0 ? undefined : trimmed.indexOf(quote, 1));
  return trimmed.split(/[ \t]#/)[0]!.trim();
}

/** Folders that workspace patterns name; `**` reaches four folders deep. */
function members(tree: Tree, root: string, patterns: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const expand = (folder: string, segments: readonly string[], depth: number): void => {
    const [first, ...rest] = segments;
    if (first === undefined) {
      found.add(folder);
      return;
    }
    if (first === '**') expand(folder, rest, depth);
    else if (!first.includes('*')) {
      expand(join(folder, first), rest, depth);
      return;
    }
    if (first === '**' && depth >= 4) return;
    const [before = '', after = ''] = first === '**' ? [] : first.split('*');
    for (const [name, node] of tree.entries(folder) ?? []) {
      if (node.kind !== 'folder' || name === 'node_modules' || name.startsWith('.')) continue;
      if (name.length >= before.length + after.length && name.startsWith(before) && name.endsWith(after)) {
        expand(join(folder, name), first === '**' ? segments : rest, depth + 1);
      }
    }
  };
  for (const pattern of patterns) {
    if (!pattern.startsWith('!'))
      expand(
        root,
        pattern.split('/').filter((segment) => segment !== '' && segment !== '.'),
        0,
      );
  }
  return [...found];
}

/**
 * Major version of a package as seen from a file: of the installed copy, else of the range in the nearest manifest
 * that names it. `undefined` when neither says one number.
 */
export function packageMajor(tree: Tree, name: string, from: string): number | undefined {
  const folders = upward(dirname(from));
  for (const at of folders) {
    const installed = asObject(tree.json(join(at, `node_modules/${name}/package.json`)))?.['version'];
    if (typeof installed === 'string') return majorOf(installed);
  }
  for (const at of folders) {
    const manifest = asObject(tree.json(join(at, 'package.json')));
    for (const field of dependencyFields) {
      const range = asObject(manifest?.[field])?.[name];
      if (typeof range === 'string') return majorOf(range);
    }
    if (manifest?.['name'] === name && typeof manifest['version'] === 'string') return majorOf(manifest['version']);
  }
  return undefined;
}

/** The one major version that a range allows: `^1.2.0`, `~1.4`, `1.x`, `npm:other@^1`; `undefined` for `*` and `1 || 2`. */
export function majorOf(range: string): number | undefined {
  const plain = range.startsWith('npm:') ? range.slice(range.lastIndexOf('@') + 1) : range.replace(/^workspace:/, '');
  const majors = new Set<number>();
  for (const part of plain.slice(0, 200).split('||')) {
    const first = /^[ \t]{0,9}(?:[\^~=]|>=?)?[ \t]{0,9}v?([0-9]{1,6})(?![0-9])/.exec(part);
    if (!first) return undefined;
    majors.add(Number(first[1]));
  }
  return majors.size === 1 ? [...majors][0] : undefined;
}

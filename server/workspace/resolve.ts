import { resolveExports, resolveImports } from 'resolve-pkg-maps';
import { linkedPackage, nearestManifest, splitSpecifier, workspacePackage, type Manifest } from './packages.js';
import { basename, dirname, isAbsolute, join, relative } from './paths.js';
import type { Tree } from './tree.js';
import { asObject, mappedPaths, sourceOf } from './tsconfig.js';

/** Extensions that are tried when a path has none, in TypeScript's order. */
const endings = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json'] as const;

/** What may stand in the source where an import says the extension of the output. */
const swaps: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.js', '.jsx'],
  '.jsx': ['.tsx', '.jsx'],
  '.mjs': ['.mts', '.mjs'],
  '.cjs': ['.cts', '.cjs'],
};

const conditions = ['source', 'development', 'import', 'require', 'node', 'module', 'default'] as const;

/**
 * Tells which workspace file an import means: relative paths with the extension swap of TypeScript, `paths` and
 * `baseUrl`, `imports` and `exports` of manifests, packages of the same repository by name. An installed package ends at
 * its name. Answers come from what the tree knows; unknown parts are remembered there.
 */
export function resolveImport(tree: Tree, specifier: string, from: string): string | undefined {
  const plain = /^[^?]*/.exec(specifier)![0];
  if (plain === '' || plain.startsWith('node:')) return undefined;
  if (/^\.{1,2}(?:\/|$)/.test(plain)) return asModule(tree, join(dirname(from), plain));
  if (isAbsolute(plain)) return undefined;
  if (!from.includes('/node_modules/')) {
    for (const path of mappedPaths(tree, plain, from)) {
      const file = asModule(tree, path);
      if (file !== undefined) return file;
    }
  }
  const manifest = nearestManifest(tree, dirname(from));
  if (plain.startsWith('#')) return manifest && inImports(tree, manifest, plain);
  const parts = splitSpecifier(plain);
  if (!parts) return undefined;
  if (manifest?.content['name'] === parts.name && manifest.content['exports'] !== undefined) return inPackage(tree, manifest, parts.rest);
  const folder = workspacePackage(tree, parts.name, from) ?? linkedPackage(tree, parts.name, from);
  const content = folder === undefined ? undefined : asObject(tree.json(join(folder, 'package.json')));
  return folder !== undefined && content ? inPackage(tree, { folder, content }, parts.rest) : undefined;
}

function inImports(tree: Tree, manifest: Manifest, specifier: string): string | undefined {
  const imports = asObject(manifest.content['imports']);
  if (!imports) return undefined;
  for (const target of attempt(() => resolveImports(imports as never, specifier, conditions))) {
    if (!target.startsWith('./')) continue;
    const file = source(tree, manifest.folder, target);
    if (file !== undefined) return file;
  }
  return undefined;
}

function inPackage(tree: Tree, { folder, content }: Manifest, rest: string): string | undefined {
  const exports = content['exports'];
  if (exports !== undefined && exports !== null) {
    for (const wanted of [conditions, [...conditions, 'types']]) {
      for (const target of attempt(() => resolveExports(exports as never, rest, wanted))) {
        const file = source(tree, folder, target);
        if (file !== undefined) return file;
      }
    }
    return undefined;
  }
  if (rest !== '') return source(tree, folder, rest) ?? asModule(tree, join(folder, `src/${rest}`));
  for (const field of ['source', 'module', 'main', 'types']) {
    const target = content[field];
    const file = typeof target === 'string' ? source(tree, folder, target) : undefined;
    if (file !== undefined) return file;
  }
  return asIndex(tree, folder) ?? asIndex(tree, join(folder, 'src'));
}

/** The source behind a target in a manifest, which usually names build output that may not even be there. */
function source(tree: Tree, folder: string, target: string): string | undefined {
  const path = join(folder, target.replace(/\.d\.([mc]?)ts$/, '.$1js'));
  const [first, ...behind] = relative(folder, path).split('/');
  if (!['dist', 'build', 'lib', 'out', 'esm', 'cjs'].includes(first ?? '')) return asModule(tree, path);
  const mapped = sourceOf(tree, path, folder);
  const inner = behind.length > 1 && /^(?:esm|cjs|es|src|types)$/.test(behind[0]!) ? behind.slice(1) : behind;
  const candidates = [
    ...(mapped === undefined ? [] : [mapped]),
    join(folder, `src/${inner.join('/')}`),
    join(folder, inner.join('/')),
    path,
  ];
  for (const candidate of candidates) {
    const file = asModule(tree, candidate);
    if (file !== undefined) return file;
  }
  return undefined;
}

function asModule(tree: Tree, path: string): string | undefined {
  return asFile(tree, path) ?? (tree.kind(path) === 'folder' ? asFolder(tree, path) : undefined);
}

function asFile(tree: Tree, path: string): string | undefined {
  const name = basename(path);
  const dot = name.lastIndexOf('.');
  const end = dot > 0 ? name.slice(dot) : '';
  const stem = end === '' ? path : path.slice(0, -end.length);
  const swapped = Object.hasOwn(swaps, end) ? swaps[end]!.map((other) => stem + other) : [];
  const literal = (endings as readonly string[]).includes(end) ? [path] : [];
  return [...swapped, ...literal, ...endings.map((other) => path + other)].find((file) => tree.kind(file) === 'file');
}

function asFolder(tree: Tree, folder: string): string | undefined {
  const content = asObject(tree.json(join(folder, 'package.json')));
  for (const field of ['source', 'module', 'main']) {
    const target = content?.[field];
    if (typeof target !== 'string') continue;
    const path = join(folder, target);
    const file = asFile(tree, path) ?? asIndex(tree, path);
    if (file !== undefined) return file;
  }
  return asIndex(tree, folder);
}

function asIndex(tree: Tree, folder: string): string | undefined {
  return asFile(tree, join(folder, 'index'));
}

/** Hostile manifests make the library throw; then there is no answer. */
function attempt(ask: () => string[]): readonly string[] {
  try {
    return ask();
  } catch {
    return [];
  }
}

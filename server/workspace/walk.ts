import type { SkippedFile } from '../analysis/finding.js';
import { excludes, gitPatterns, gitPatternsIn, type Patterns } from './ignored.js';
import type { FileKind, Kinds } from './kinds.js';
import { isInside, join } from './paths.js';
import type { Tree } from './tree.js';

export interface Walked {
  readonly files: ReadonlyMap<string, FileKind>;
  /** Files with our own settings, outermost first. */
  readonly settings: readonly string[];
  readonly skipped: readonly SkippedFile[];
  /** What should have been looked at and could not be. */
  readonly unreadable: readonly string[];
}

export const settingsName = 'detent.config.json';

/** Never looked into unless asked for by path: other people's code, and what tools keep for themselves. */
const foreign = new Set(['node_modules', 'bower_components', 'jspm_packages', '.git', '.hg', '.svn', '.yarn', '.pnpm-store']);

const caches = new Set([
  '.next',
  '.nuxt',
  '.output',
  '.svelte-kit',
  '.astro',
  '.turbo',
  '.cache',
  '.parcel-cache',
  '.vercel',
  '.netlify',
  '.wrangler',
  '.angular',
  '.expo',
  '.nyc_output',
  'coverage',
  '__pycache__',
  '.venv',
  'venv',
  '.tox',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.ipynb_checkpoints',
]);

/** Output of builds: a copy of what is already looked at. */
const outputs = new Set(['dist', 'build', 'out']);

/** Below this depth nothing is looked at: no project is that deep, and every folder costs time. */
const deepest = 64;

/**
 * Lists what there is to look at below a folder. The folder itself was asked for, so it is looked at even when git
 * ignores it or it stands among installed packages; there its build output is the code. `found` is told of sources at once.
 */
export async function walk(tree: Tree, root: string, kinds: Kinds, found?: (source: string) => void): Promise<Walked> {
  const files = new Map<string, FileKind>();
  const settings: string[] = [];
  const skipped: SkippedFile[] = [];
  const unreadable: string[] = [];
  const installed = `${root}/`.includes('/node_modules/');
  const above = installed ? [] : await gitPatterns(tree, root);
  const wanted = !installed && !excludes(above, root, true);

  const visit = async (folder: string, around: readonly Patterns[], onlyConfig: boolean, depth: number): Promise<void> => {
    const entries = await tree.list(folder);
    if ('problem' in entries) {
      skipped.push({ file: folder, reason: entries.problem });
      if (!entries.gone) unreadable.push(folder);
      return;
    }
    const chain = folder === root ? around : [...(entries.has('.gitignore') ? await gitPatternsIn(tree, folder) : []), ...around];
    for (const [name, node] of entries) {
      const path = join(folder, name);
      if (node.kind === 'folder') {
        if (node.target !== undefined) {
          if (!isInside(root, node.target)) skipped.push({ file: path, reason: 'symbolic link to a folder outside' });
          continue;
        }
        if (foreign.has(name) || (caches.has(name) && !installed)) continue;
        const left = wanted && excludes(chain, path, true);
        if (left && !kinds.folders.has(name)) continue;
        if (wanted && outputs.has(name)) {
          if (!left) skipped.push({ file: path, reason: 'build output: give its path to look inside' });
          continue;
        }
        if (depth >= deepest) skipped.push({ file: path, reason: `more than ${deepest} folders deep` });
        else await visit(path, chain, onlyConfig || left, depth + 1);
        continue;
      }
      if (name === settingsName) settings.push(path);
      const kind = kinds.of(path);
      if (kind === undefined || (kind !== 'config' && (onlyConfig || (wanted && excludes(chain, path, false))))) continue;
      if (node.target !== undefined && isInside(root, node.target) && kind === 'source') continue;
      if (node.kind === 'other')
        skipped.push({ file: path, reason: node.target === '' ? 'symbolic link that leads nowhere' : 'not a regular file' });
      else {
        files.set(path, kind);
        if (kind === 'source') found?.(path);
      }
    }
  };
  await visit(root, above, false, 0);
  return { files, settings, skipped, unreadable };
}

/** `true` for files that an editor may show but that are not the user's own code. */
export function isForeign(file: string): boolean {
  return file
    .split('/')
    .slice(0, -1)
    .some((name) => foreign.has(name));
}

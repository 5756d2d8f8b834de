import ignore from 'ignore';
import { isInside, join, relative, upward } from './paths.js';
import type { Tree } from './tree.js';

/** Answers whether patterns exclude a path, re-include it, or say nothing about it. */
export type Patterns = (path: string, folder: boolean) => boolean | undefined;

/**
 * Reads patterns in the manner of `.gitignore`; paths are relative to `base`. Lines that cross folders more than three
 * times are left out, since matching them takes time that grows with a power of the depth.
 */
export function readPatterns(lines: readonly string[], base: string): Patterns {
  const manager = ignore().add(lines.filter(isTame));
  return (path, folder) => {
    if (path === base || !isInside(base, path)) return undefined;
    const name = relative(base, path);
    const { ignored, unignored } = manager.test(folder ? `${name}/` : name);
    return ignored ? true : unignored ? false : undefined;
  };
}

function isTame(line: string): boolean {
  return line.length < 1000 && line.split('/').filter((segment) => segment === '**').length <= 3;
}

/** `true` when the first of the patterns that says anything excludes the path. */
export function excludes(chain: readonly Patterns[], path: string, folder: boolean): boolean {
  for (const patterns of chain) {
    const answer = patterns(path, folder);
    if (answer !== undefined) return answer;
  }
  return false;
}

/** The patterns that git applies to the content of a folder, innermost first. Above a repository nothing counts. */
export async function gitPatterns(tree: Tree, folder: string): Promise<readonly Patterns[]> {
  const chain: Patterns[] = [];
  for (const at of upward(folder)) {
    chain.push(...(await gitPatternsIn(tree, at)));
    // Whatever stands in it: it is another text after every commit.
    if (!(await isFile(tree, join(at, '.git/HEAD'))) && !(await isFile(tree, join(at, '.git')))) continue;
    const exclude = await read(tree, join(at, '.git/info/exclude'));
    return exclude === undefined ? chain : [...chain, readPatterns(exclude.split(/\r?\n/), at)];
  }
  return gitPatternsIn(tree, folder);
}

/** The patterns of the ignore file in one folder: none or one. */
export async function gitPatternsIn(tree: Tree, folder: string): Promise<readonly Patterns[]> {
  const text = await read(tree, join(folder, '.gitignore'));
  return text === undefined ? [] : [readPatterns(text.split(/\r?\n/), folder)];
}

async function isFile(tree: Tree, path: string): Promise<boolean> {
  if (tree.kind(path) === undefined) await tree.load();
  return tree.kind(path) === 'file';
}

async function read(tree: Tree, file: string): Promise<string | undefined> {
  const known = tree.text(file);
  if (known !== undefined) return known;
  await tree.load();
  return tree.text(file);
}

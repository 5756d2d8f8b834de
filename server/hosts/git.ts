import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { toFile, toPath } from './node-paths.js';

/** Git answers within this time, or there is no git; in milliseconds. */
const patience = 10_000;
const batch = 500;

/**
 * Which of the files below a folder git tracks, and which it ignores; `null` without git or outside a repository.
 * Only lists are asked for, and nothing that the repository configures to be run is run.
 */
export async function askGit(
  folder: string,
  files: readonly string[],
): Promise<{ readonly tracked: ReadonlySet<string>; readonly ignored: ReadonlySet<string> } | null> {
  if (files.length === 0) return { tracked: new Set(), ignored: new Set() };
  const root = toPath(folder);
  const names = files.map((file) => relative(root, toPath(file)));
  const [ignored, ...tracked] = await Promise.all([
    git(root, ['check-ignore', '-z', '--stdin'], `${names.join('\0')}\0`, 1),
    ...batchesOf(names).map((list) => git(root, ['ls-files', '-z', '--', ...list])),
  ]);
  if (ignored === undefined || tracked.includes(undefined)) return null;
  const asFiles = (text: string): string[] =>
    text
      .split('\0')
      .filter((name) => name !== '')
      .map((name) => toFile(resolve(root, name)));
  return { tracked: new Set(tracked.flatMap((text) => asFiles(text!))), ignored: new Set(asFiles(ignored)) };
}

/** Why nobody knows what changed: there is no git or no repository, or none has such a commit. */
export type NoChanges = 'no git' | 'no commit';

/**
 * Which of these files are not what they were where the branch of a commit left ours. What they hold now is read here: git would send it
 * through programs that the repository configures.
 */
export async function changedSince(folder: string, commit: string, files: readonly string[]): Promise<ReadonlySet<string> | NoChanges> {
  const root = toPath(folder);
  const top = (await git(root, ['rev-parse', '--show-toplevel']))?.replace(/\r?\n$/, '');
  if (top === undefined) return 'no git';
  const found = await git(top, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}^{commit}`]);
  const base = found && ((await git(top, ['merge-base', found.trim(), 'HEAD'])) ?? found);
  if (base === undefined) return 'no commit';
  const real = realpathSync(top);
  const names = new Map(files.map((file) => [relative(real, realOf(toPath(file))).replaceAll('\\', '/'), file]));
  const trees = await Promise.all(
    batchesOf([...names.keys()].filter((name) => !name.startsWith('../'))).map((list) =>
      git(top, ['ls-tree', '-z', '--full-tree', base.trim(), '--', ...list]),
    ),
  );
  const blobs = new Map<string, string>();
  for (const entry of trees.join('').split('\0')) {
    const blob = /^[0-9]{1,6} blob ([0-9a-f]{40,64})\t/.exec(entry);
    if (blob !== null) blobs.set(entry.slice(blob[0].length), blob[1]!);
  }
  return new Set([...names].flatMap(([name, file]) => (isBlob(toPath(file), blobs.get(name)) ? [] : [file])));
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** A file holds what git calls by this name, perhaps with the line ends of Windows. */
function isBlob(path: string, blob: string | undefined): boolean {
  if (blob === undefined) return false;
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return false;
  }
  const nameOf = (content: Buffer): string =>
    createHash(blob.length === 40 ? 'sha1' : 'sha256')
      .update(`blob ${content.length}\0`)
      .update(content)
      .digest('hex');
  return nameOf(bytes) === blob || nameOf(Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')) === blob;
}

function batchesOf(names: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(names.length / batch) }, (_, i) => names.slice(i * batch, (i + 1) * batch));
}

/** Output of git, `undefined` when it failed. `also` is an exit code that means an empty answer. */
function git(folder: string, args: readonly string[], input?: string, also = 0): Promise<string | undefined> {
  // `check-ignore` refuses to run with literal pathspecs; it takes paths anyway.
  const literal = args[0] === 'ls-files' || args[0] === 'ls-tree' ? ['--literal-pathspecs'] : [];
  const safe = ['-c', 'core.fsmonitor=false', ...literal, '-C', folder];
  return new Promise((done) => {
    const options = { env: environment(), timeout: patience, maxBuffer: 1 << 26, windowsHide: true };
    const child = execFile('git', [...safe, ...args], options, (error, output) => {
      done(error && error.code !== also ? undefined : output);
    });
    child.stdin?.on('error', () => {});
    child.stdin?.end(input ?? '');
  });
}

/** A hook that runs us points git at its own repository and index; on Windows a program in the folder must not be taken for git. */
function environment(): NodeJS.ProcessEnv {
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, GIT_PREFIX: _prefix, ...rest } = process.env;
  return { ...rest, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', NoDefaultCurrentDirectoryInExePath: '1' };
}

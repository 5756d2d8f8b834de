import { execFile } from 'node:child_process';
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
  const batches: string[][] = [];
  for (let start = 0; start < names.length; start += batch) batches.push(names.slice(start, start + batch));
  const [ignored, ...tracked] = await Promise.all([
    git(root, ['check-ignore', '-z', '--stdin'], `${names.join('\0')}\0`, 1),
    ...batches.map((list) => git(root, ['ls-files', '-z', '--', ...list])),
  ]);
  if (ignored === undefined || tracked.includes(undefined)) return null;
  const asFiles = (text: string): string[] =>
    text
      .split('\0')
      .filter((name) => name !== '')
      .map((name) => toFile(resolve(root, name)));
  return { tracked: new Set(tracked.flatMap((text) => asFiles(text!))), ignored: new Set(asFiles(ignored)) };
}

/** Output of git, `undefined` when it failed. `also` is an exit code that means an empty answer. */
function git(folder: string, args: readonly string[], input?: string, also = 0): Promise<string | undefined> {
  // `check-ignore` refuses to run with literal pathspecs; it takes paths anyway.
  const literal = args[0] === 'ls-files' ? ['--literal-pathspecs'] : [];
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

import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname } from 'node:path';
import type { GrammarFiles } from '../analysis/syntax/python/grammar.js';
import type { Entry, Host, Problem } from '../workspace/host.js';
import { largestFile } from '../workspace/host.js';
import type { NoChanges } from './git.js';
import { toFile, toPath } from './node-paths.js';

export interface NodeHost extends Host {
  /** An absolute path of this machine as the workspace writes it. */
  toFile(path: string): string;
  /** The inverse. */
  toPath(file: string): string;
  /** Which of these files changed since a commit, or why nobody knows. */
  since(folder: string, commit: string, files: readonly string[]): Promise<ReadonlySet<string> | NoChanges>;
  /** Creates or replaces a file, or says why not. */
  write(file: string, bytes: Uint8Array): Promise<Problem | undefined>;
  /** The same, but whole or not at all for whoever reads meanwhile; missing folders are made. */
  replace(file: string, bytes: Uint8Array): Promise<Problem | undefined>;
  /** Removes a file, if that is possible. */
  discard(file: string): Promise<void>;
}

export interface NodeHostOptions {
  readonly log?: Host['log'];
  /** The folder of the files that ship beside the program, with a slash at its end. */
  readonly assets?: URL;
  /** Lets other work run between reads: an editor wants that, a command line does not. */
  readonly polite?: boolean;
}

/** Bytes of a large file that are in memory at once. */
const pieceSize = 256 * 1024;

/** Longest time on the disk before other work may run, in milliseconds. */
const turn = 12;

/** The disk of this machine, and git. Files are read without a thread pool: that is three times as fast for many small ones. */
export function nodeHost(options: NodeHostOptions = {}): NodeHost {
  // The clock is a module of its own, which a program that is in no hurry to share does not load.
  let since = options.polite ? performance.now() : 0;
  const rest = async (): Promise<void> => {
    if (!options.polite || performance.now() - since < turn) return;
    await new Promise<void>((resolve) => setImmediate(resolve));
    since = performance.now();
  };
  // A folder of results has many thousand files, and memory for each of them would have to be collected again.
  let spare: Buffer | undefined;
  return {
    toFile: (path) => toFile(path),
    toPath: (file) => toPath(file),
    async read(file) {
      await rest();
      return readBytes(toPath(file));
    },
    async scan(file, take) {
      let handle: number | undefined;
      try {
        handle = openSync(toPath(file), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
        const problem = notAFile(fstatSync(handle));
        if (problem) return problem;
        const piece = spare ?? Buffer.allocUnsafeSlow(pieceSize);
        spare = undefined;
        for (let count = readSync(handle, piece); count > 0; count = readSync(handle, piece)) {
          take(piece.subarray(0, count));
          await rest();
        }
        spare = piece;
        return undefined;
      } catch (error) {
        return problemOf(error);
      } finally {
        if (handle !== undefined) closeSync(handle);
      }
    },
    async list(folder) {
      await rest();
      try {
        return readdirSync(toPath(folder), { withFileTypes: true }).map((entry): Entry => ({
          name: entry.name,
          kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'other',
        }));
      } catch (error) {
        return problemOf(error);
      }
    },
    async stat(file) {
      try {
        const path = toPath(file);
        const found = statSync(path);
        const kind = found.isDirectory() ? 'folder' : found.isFile() ? 'file' : 'other';
        return { kind, size: found.size, realPath: toFile(realpathSync(path)), modified: found.mtimeMs };
      } catch {
        return undefined;
      }
    },
    async git(root, files) {
      const { askGit } = await import('./git.js');
      return askGit(root, files);
    },
    async since(folder, commit, files) {
      const { changedSince } = await import('./git.js');
      return changedSince(folder, commit, files);
    },
    async write(file, bytes) {
      try {
        writeFileSync(toPath(file), bytes);
        return undefined;
      } catch (error) {
        return problemOf(error);
      }
    },
    async replace(file, bytes) {
      const { randomUUID } = await import('node:crypto');
      const path = toPath(file);
      const draft = `${path}.${randomUUID().slice(0, 8)}.tmp`;
      try {
        mkdirSync(dirname(path), { recursive: true });
        // Only for the owner, as what it may be made from; `wx` follows no link that somebody laid there.
        writeFileSync(draft, bytes, { flag: 'wx', mode: 0o600 });
        renameSync(draft, path);
        return undefined;
      } catch (error) {
        remove(draft);
        return problemOf(error);
      }
    },
    async discard(file) {
      remove(toPath(file));
    },
    async grammar() {
      const { assets } = options;
      if (assets === undefined) throw new Error('Nothing ships with this program.');
      // A file of its own: it looks for itself, which it cannot do inside of another one.
      const { createRequire } = await import('node:module');
      const library = createRequire(assets)('./tree-sitter.cjs') as GrammarFiles['library'];
      const read = (name: string): Uint8Array => readFileSync(new URL(name, assets));
      return { library, runtime: read('tree-sitter.wasm'), python: read('tree-sitter-python.wasm') };
    },
    log: options.log ?? (() => {}),
  };
}

function readBytes(path: string): { readonly bytes: Uint8Array } | Problem {
  let handle: number | undefined;
  try {
    // Opening a pipe would wait for its writer.
    handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const found = fstatSync(handle);
    const problem = notAFile(found);
    if (problem) return problem;
    if (found.size > largestFile) return { problem: 'larger than 5 MB' };
    const bytes = Buffer.allocUnsafeSlow(found.size);
    let length = 0;
    while (length < bytes.length) {
      const count = readSync(handle, bytes, length, bytes.length - length, null);
      if (count === 0) break;
      length += count;
    }
    return { bytes: bytes.subarray(0, length) };
  } catch (error) {
    return problemOf(error);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function notAFile(found: Stats): Problem | undefined {
  return found.isFile() ? undefined : { problem: found.isDirectory() ? 'is a folder' : 'not a regular file' };
}

function remove(path: string): void {
  try {
    rmSync(path);
  } catch {
    // It is gone, or it is not ours to remove.
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'symbolic links in a circle',
  EISDIR: 'is a folder',
  ENOTDIR: 'is not a folder',
  ENAMETOOLONG: 'name too long',
  EMFILE: 'too many open files',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};

function problemOf(error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return { problem: 'there is no such file', gone: true };
  return { problem: reasons[code] ?? `cannot be read (${code || 'unknown error'})` };
}

import type { GrammarFiles } from '../analysis/syntax/python/grammar.js';

/**
 * The port to the world. Paths are absolute with `/` (`/home/me/a.ts`, `/c:/a.ts`) or whole URIs of virtual
 * file systems. Nothing here throws: a failure is an answer.
 */
export interface Host {
  /** Bytes of a file, or why there are none. Nothing above {@link largestFile} is read. */
  read(file: string): Promise<ReadAnswer>;
  /** Hands over the bytes of a file of any size, piece by piece; a piece is overwritten by the next one. */
  scan(file: string, take: (piece: Uint8Array) => void): Promise<Problem | undefined>;
  /** Entries of a folder; a symbolic link is reported as `link`, and `stat` tells where it leads. */
  list(folder: string): Promise<readonly Entry[] | Problem>;
  /** Size and kind, `undefined` when there is nothing. */
  stat(file: string): Promise<Stat | undefined>;
  /** Which of these files does git track, which does it ignore? `null` without git. */
  git(
    root: string,
    files: readonly string[],
  ): Promise<{ readonly tracked: ReadonlySet<string>; readonly ignored: ReadonlySet<string> } | null>;
  /** What reading Python takes; rejects when it is not there. */
  grammar(): Promise<GrammarFiles>;
  log(level: 'error' | 'warn' | 'info' | 'debug', message: string): void;
}

export type ReadAnswer = { readonly bytes: Uint8Array } | Problem;

/** Why there is no answer. `gone`: there is no such file or folder. */
export interface Problem {
  readonly problem: string;
  readonly gone?: boolean;
}

/** In bytes. Files above this size are never read as a whole, whatever they hold. */
export const largestFile = 5 * 1024 * 1024;

export interface Stat {
  readonly kind: 'file' | 'folder' | 'other';
  readonly size: number;
  readonly realPath: string;
  /** When it was written, in milliseconds, where that is known. */
  readonly modified?: number;
}

export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

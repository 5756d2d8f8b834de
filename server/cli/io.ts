import type { NoChanges } from '../hosts/git.js';
import type { Host, Problem } from '../workspace/host.js';
import { join } from '../workspace/paths.js';
import type { Meter } from './meter.js';
import type { Runner } from './threads/runner.js';
import type { Threads } from './threads/work.js';

/** The world of one run: everything that a command reads or writes goes through here. */
export interface Io {
  readonly host: Host & {
    toFile(path: string): string;
    write(file: string, bytes: Uint8Array): Promise<Problem | undefined>;
    /** The same, but whole or not at all for whoever reads meanwhile; missing folders are made. */
    replace(file: string, bytes: Uint8Array): Promise<Problem | undefined>;
    /** Which of these files changed since a commit; absent: nobody knows. */
    since?(folder: string, commit: string, files: readonly string[]): Promise<ReadonlySet<string> | NoChanges>;
    /** Removes a file, if that is possible. */
    discard(file: string): Promise<void>;
  };
  /** Folder that relative paths start from, as the workspace writes it. */
  readonly cwd: string;
  out(text: string): void;
  err(text: string): void;
  /** Colors may be used on the output. */
  readonly color: boolean;
  /** Width of the terminal; `undefined` when the output is not one, and then lines stay whole. */
  readonly width?: number;
  stdin(): Promise<Uint8Array>;
  version(): string;
  /** Where answers may be kept between runs; absent: nowhere. */
  readonly keeps?: {
    /** Names this very program: another one may answer otherwise. */
    readonly build: string;
    /** The user's own folder for such things, when there is one. */
    readonly folder?: string;
  };
  /** Told once tools were followed: what a run needs of the program is compiled by then. */
  readonly warm?: () => void;
  /** A clock, in milliseconds; absent: nobody asks how long something takes. */
  readonly now?: () => number;
  /** Shows on a terminal what a long run is at; nothing: it is done. Absent: there is no terminal. */
  readonly progress?: (line: string) => void;
  /** Is told what this run is at. */
  readonly meter?: Meter;
  /** What changes below folders, again and again; absent: nobody can tell. */
  readonly changes?: (folders: readonly string[]) => AsyncIterable<readonly string[]>;
  /** Other threads of this program; absent: there are none. */
  readonly threads?: Threads & {
    /** How many can run at once, this one included. */
    readonly cores: number;
    /** A thread that runs command lines; absent: none does. */
    readonly runner?: () => Runner;
  };
  /** Text of a rule's page. */
  page(ruleId: string): string | undefined;
  /** Serves an editor until it leaves. */
  serve(): Promise<void>;
}

/** Stops a command with one line on the error output and exit code 2. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** A path of the command line as the workspace writes it. */
export function fileOf(path: string, io: Io): string {
  return join(io.cwd, io.host.toFile(path));
}

export const exitCodes = { clean: 0, findings: 1, incomplete: 2 } as const;

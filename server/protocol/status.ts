/**
 * How the server does, sent whenever it changes. Only clients that set `status` in {@link InitializationOptions} get it,
 * because other editors complain about notifications that they do not know.
 */
export const statusNotification = 'detent/status';

/**
 * - `reading`: files of the workspace are being read, answers are not complete yet.
 * - `ready`: everything that could be checked was checked.
 * - `failed`: a part of Detent broke; `problem` says which. The rest goes on.
 * - `off`: switched off by `detent.enable` for every folder.
 */
export type State = 'reading' | 'ready' | 'failed' | 'off';

export interface Status {
  readonly state: State;
  /** One sentence for people, when the state is `failed`. Never holds text of a document. */
  readonly problem?: string;
  readonly files: number;
  readonly tools: number;
  /** Tools with at least one call that could not be followed. */
  readonly untraced: number;
  readonly findings: {
    readonly error: number;
    readonly warning: number;
    readonly information: number;
    readonly hint: number;
  };
  /** The user has stopped the reading of folders: only open documents are checked. */
  readonly stopped?: boolean;
  /** Files that were not looked at, with good reason. */
  readonly skipped: number;
  /** Files and folders that should have been read and could not be. */
  readonly unreadable: number;
}

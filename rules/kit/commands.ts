import type { EffectClass, Resource } from './model.js';

/**
 * What one use of a program does. Besides the classes: `harmless` does nothing that counts; `sql` and `shell` are decided by
 * text, `run` by the command that follows.
 */
export type CommandKind = EffectClass | 'harmless' | 'sql' | 'shell' | 'run';

export interface CommandOptions {
  readonly resource?: Resource;
  /** Creates only what is missing. */
  readonly ensures?: true;
  /** Fails when repeated. */
  readonly exclusive?: true;
  /** `false`: nothing narrows what is touched; `targets`: a target such as `/`, `~` or `*` stands for everything. */
  readonly bounded?: false | 'targets';
  /** `steps`: the first word behind the ones of the row may count from where things stand (`HEAD~1`), so that a repetition goes further. */
  readonly relative?: 'steps';
  /** For `sql`: which dialect the text is in. */
  readonly dialect?: 'postgresql' | 'mysql' | 'sqlite' | 'duckdb';
  /**
   * For `sql`, `shell` and `run`: where the text or command stands: behind one of these options (`-c|--command`), or at this
   * number of words behind the ones of the row, or `input` for what is written into the program. Default: directly behind
   * the words of the row.
   */
  readonly at?: string | number;
}

/**
 * `when` lists what must stand on the command line: a word at its place (`push`, `rm|remove`, `list-*`), any further word (`*`),
 * an option anywhere (`-f|--force`), an option with a value (`-X=POST|--request=POST`). Rows are tried in order; an
 * empty `when` is the rest.
 */
export type CommandRow = readonly [when: string, kind: CommandKind, options?: CommandOptions];

export interface CommandProgram {
  readonly resource: Resource;
  /** The program talks to other systems. Default: as for effect files, by resource. */
  readonly openWorld?: boolean;
  /** Options that take the next word as their value. */
  readonly valued?: string;
  readonly rows: readonly CommandRow[];
  /** Words and options, as in a row, by which the program asks nobody before it destroys or replaces something. */
  readonly forced?: readonly string[];
  /** Every one of these that holds adds to what the row says (`curl -o file`). */
  readonly also?: readonly CommandRow[];
}

/** Programs by the name they are started with. */
export type CommandTable = Readonly<Record<string, CommandProgram>>;

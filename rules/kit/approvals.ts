import type { Place } from './model.js';

/** A place where a program that runs agents is told to ask nobody. */
export interface ApprovalSwitch extends Place {
  /**
   * `mode`: nothing is asked; `tools`: nothing is asked for the tools of a server; `shell`: nothing is asked for shell commands; `hosted`:
   * for the tools of a server that a model's vendor calls; `script`: a command line starts the program so.
   */
  readonly kind: 'mode' | 'tools' | 'shell' | 'hosted' | 'script';
  /** What is written, for messages: `permissionMode: 'bypassPermissions'`. */
  readonly shown: string;
  /** What to write there. */
  readonly instead?: { readonly at: Place; readonly text: string };
  /** A container or a job that is thrown away is around it. */
  readonly contained: boolean;
  readonly inTests: boolean;
}

export interface ApprovalKnowledge {
  /** Files that are read for this alone, as patterns of `.gitignore`. */
  readonly files: readonly string[];
  /**
   * In JSON, YAML and TOML: where it is written, `*` for any key or item and `**` for any of them, and the value. Keys that hold dots
   * are written one by one.
   */
  readonly settings: readonly {
    readonly at: string | readonly string[];
    readonly values: readonly (string | boolean)[];
    readonly kind: 'mode' | 'tools' | 'shell' | 'hosted';
    readonly instead?: string | boolean;
    /** A key beside it, and what it must say. */
    readonly beside?: { readonly key: string; readonly values?: readonly (string | boolean)[] };
    /** Keys beside it that narrow it down. */
    readonly unless?: readonly string[];
  }[];
  /** On a command line: programs, and the options that switch their questions off. */
  readonly options: readonly {
    readonly programs: readonly string[];
    readonly options: readonly string[];
    /** Keys of workflows whose text is what the program is started with. */
    readonly inputs?: readonly string[];
  }[];
  /** In code: the name of a property or argument, and its value. */
  readonly code: readonly {
    readonly names: readonly string[];
    readonly value: string;
    readonly kind: 'mode' | 'hosted';
    readonly instead?: string;
    /** Properties beside it, by which it is about this and nothing else. */
    readonly beside?: readonly string[];
    /** A property beside it that lists the tools it is for. */
    readonly listed?: readonly string[];
  }[];
}

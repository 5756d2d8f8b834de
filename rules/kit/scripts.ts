/** Command lines that stand in configuration: scripts, rules of a Makefile, steps of a workflow, permissions. */
import type { Place } from './model.js';

/** A command line outside of code on which a program asks nobody before it destroys or replaces something. */
export interface ForcedCommand extends Place {
  /** `terraform destroy -auto-approve`. */
  readonly shown: string;
  readonly destroys: boolean;
  readonly where: ScriptRow['where'];
  /** What says that its target may be lost: `test`, `preview`. */
  readonly spared?: string;
  readonly inTests: boolean;
}

/** A command line outside of code that fails when what it makes is there already, though a form exists that does not. */
export interface ImperativeCommand extends Place {
  /** `mkdir`. */
  readonly shown: string;
  /** The form that accepts what is there, for a message. */
  readonly twin: string;
  readonly where: ScriptRow['where'];
  /** The text that accepts it, where it is known where to write it. */
  readonly accept?: { readonly at: Place; readonly text: string };
  readonly inTests: boolean;
}

/** Places of command lines, for messages. */
export const scriptPlaces = { script: 'a script', shell: 'a script', makefile: 'a Makefile', workflow: 'a workflow' } as const;

/** Where command lines stand in files of some names. */
export interface ScriptRow {
  /** Patterns as in `.gitignore`. */
  readonly files: readonly string[];
  /** Keys from the root, `*` for any key or item, `**` for any of them. Absent: all of it is a Makefile, or for a shell. */
  readonly at?: readonly string[];
  readonly where: 'script' | 'shell' | 'makefile' | 'workflow' | 'permission';
}

export interface ScriptKnowledge {
  readonly rows: readonly ScriptRow[];
  /** Words of a script, its name or its target which say that what it reaches is made to be thrown away. */
  readonly spared: readonly string[];
  /** Secrets of a workflow that reach nothing but a model. */
  readonly modelSecrets: readonly string[];
}

/** A command line of development or tests that is meant for production. */
export interface ProductionCommand extends Place {
  /** What says so: `--context prod-eu`. Never more than a name. */
  readonly shown: string;
  /** The script, the recipe, the job. */
  readonly name: string;
  readonly environment: 'dev' | 'test';
  /** Its words, or what its commands do, say that something goes away. */
  readonly destroys: boolean;
  /** A secret of production is handed to a job; otherwise a command line says it. */
  readonly isSecret: boolean;
  /** What to write where; absent where that is not provable. */
  readonly instead?: { readonly at: Place; readonly text: string };
}

export interface TargetKnowledge {
  readonly rows: readonly {
    readonly form: RegExp;
    /** What takes the place of the group `token`. */
    readonly instead?: Readonly<Record<string, string>>;
    /** What the command, or the name of the script, must hold as well. */
    readonly needs?: RegExp;
    readonly unless?: RegExp;
  }[];
  readonly making: RegExp;
  readonly destroying: RegExp;
  /** Words of names of scripts that are there for production. */
  readonly meant: readonly string[];
  readonly secrets: RegExp;
}

/** What the files under `rules/credentials` state: how secrets look, what says production, what is no secret. */
import type { ApprovalKnowledge } from './approvals.js';
import type { Environment } from './model.js';
import type { ScriptKnowledge, TargetKnowledge } from './scripts.js';
import type { ServerRow } from './servers.js';

export type CredentialClass = 'live' | 'test' | 'unknown' | 'public';

/**
 * Characters of the secret part: `alnum` letters and digits, `word` those and `_`, `url` those and `-`, `padded` url and `=`, `dotted` url those and
 * `.`, `base64` alnum and `+/=`, `upper` capitals and digits, `path` url and `/`, `line` everything but blanks and quotes.
 */
export type Alphabet = 'digits' | 'hex' | 'upper' | 'alnum' | 'word' | 'url' | 'padded' | 'dotted' | 'base64' | 'path' | 'line';

/** `alnum 24`, `url 20-200`, `url 40+` (at most 1200). */
export type Body = `${Alphabet} ${number}` | `${Alphabet} ${number}-${number}` | `${Alphabet} ${number}+`;

export interface ShapeOptions {
  /** The name of the variable must hold one of these words: the prefix alone is too common. */
  readonly named?: readonly string[];
  /** Text that the secret part must hold. */
  readonly holds?: string;
  /** The secret part ends with six characters that are a checksum of the others. */
  readonly checksum?: true;
  /** It may do everything: what is enough for reading, in words for a message. */
  readonly wide?: string;
}

/**
 * A secret that is known by how it starts. Rows are tried in order and the first that fits wins, so a row with `named` stands
 * above the row of the same prefix without. The prefix is case-sensitive and no secret.
 */
export type ShapeRow = readonly [prefix: string, vendor: string, credential: CredentialClass, body: Body, options?: ShapeOptions];

/** A secret without a telling start: the words of the variable's name and the form of the whole value say what it is. */
export type NamedRow = readonly [words: readonly string[], vendor: string, value: RegExp];

/** What a credential is for: what is lost when it is the wrong one. */
export type CredentialField = 'money' | 'messages' | 'platform' | 'developer' | 'telemetry' | 'model';

/** Defines credentials of some vendors; the value must be a literal. */
export interface Vendors {
  readonly field: CredentialField;
  /** Where the shapes are documented. */
  readonly reference: string;
  readonly shapes: readonly ShapeRow[];
  readonly named: readonly NamedRow[];
}

export function defineVendors<const V extends Vendors>(vendors: V): V {
  return vendors;
}

/** A service whose production and sandbox are told apart by the host. `*` stands for part of a label. */
export interface HostTwin {
  readonly vendor: string;
  readonly live: readonly string[];
  /** Same order as `live` where a production host can be replaced by its sandbox. */
  readonly sandbox: readonly string[];
}

/** Words of names and hosts, matched on token boundaries only. */
export interface NameWords {
  readonly production: readonly string[];
  /** Says production in a name, but only hints at it in a host. */
  readonly weakProduction: readonly string[];
  readonly other: readonly string[];
  /** Neighbours that turn a production word into something else: `live` beside `stream`, `prod` behind `non`. */
  readonly undo: readonly (readonly [before: string, after: string])[];
  readonly readOnly: readonly string[];
  /** Last words of a name that holds a secret; pairs are two words in a row. */
  readonly secret: readonly string[];
  readonly secretPairs: readonly (readonly [string, string])[];
  /** Of these, words that alone are no proof. */
  readonly vague: readonly string[];
  /** Words that make such a name harmless wherever they stand. */
  readonly harmless: readonly string[];
  /** Last words of names whose value tells the environment of their siblings. */
  readonly host: readonly string[];
  readonly mode: readonly string[];
  /** Variables that choose strictness, bundling or labels, not a target: a production default is the safe one. */
  readonly modeVariables: readonly string[];
  /** Variables of a platform that name the environment which all of its variables are of; a file that holds one is a copy of them. */
  readonly platformVariables: readonly string[];
}

/** Values that are no secrets although they stand where secrets stand. */
export interface Placeholders {
  /** Lower-case parts that no real secret holds. */
  readonly parts: readonly string[];
  /** Whole values, lower case; also as password of a connection string. */
  readonly words: readonly string[];
  /** Starts of references to a secret that is kept elsewhere. */
  readonly references: readonly string[];
  /** Published sample secrets, without their prefix. */
  readonly documented: readonly string[];
}

/** `files` is a pattern as in `.gitignore`; the first row that fits wins. */
export interface PathRow {
  readonly files: readonly string[];
  readonly environment: Environment;
  /** What the file is, for messages: "a test". */
  readonly because: string;
  /** Read by people, not run in earnest. */
  readonly sample?: true;
}

/** A program that reads a configuration file with secrets for MCP servers or agents. */
export interface ClientRow {
  readonly id: string;
  readonly title: string;
  /** Patterns as in `.gitignore`. */
  readonly files: readonly string[];
  /** A key at the root that the file must have, where other programs use the same file name. */
  readonly rootKey?: string;
  /** How the client refers to an environment variable, `NAME` standing for it; absent: it has no such form. */
  readonly reference?: string;
  readonly prompts?: true;
  readonly documentation: string;
}

export interface CredentialKnowledge {
  readonly shapes: readonly ShapeRow[];
  readonly named: readonly NamedRow[];
  /** What the credentials of a vendor are for. */
  readonly fields: ReadonlyMap<string, CredentialField>;
  readonly twins: readonly HostTwin[];
  /** Ends of host names of managed stores, and who runs them. */
  readonly managedHosts: readonly (readonly [suffix: string, provider: string])[];
  /** Schemes of connection strings, and what they connect to. */
  readonly schemes: Readonly<Record<string, string>>;
  readonly words: NameWords;
  readonly placeholders: Placeholders;
  readonly paths: readonly PathRow[];
  /** Words in the name of an environment file, by precedence. */
  readonly environmentWords: readonly (readonly [environment: Environment, words: readonly string[]])[];
  readonly clients: readonly ClientRow[];
  readonly configs: SettingFiles;
  readonly loaders: readonly LoaderRow[];
  readonly approvals: ApprovalKnowledge;
  readonly scripts: ScriptKnowledge;
  readonly targets: TargetKnowledge;
  readonly servers: readonly ServerRow[];
  /** Words in paths of code that finds or hides secrets: what its tests hold is meant to look like one. */
  readonly scannerWords: readonly string[];
}

/** Which files hold settings, as patterns of `.gitignore`, and what the names in them mean. */
export interface SettingFiles {
  /** Looked at even when git ignores them. */
  readonly kept: readonly string[];
  readonly shared: readonly string[];
  /** Keys of lists of `NAME=value`. */
  readonly lists: readonly string[];
  /** Last words of names whose value is a thing of an environment. */
  readonly resources: readonly string[];
  /** Words of names whose address is for people and browsers. */
  readonly pages: readonly string[];
}

/** How the programs of a package find their environment files in development. */
export interface LoaderRow {
  readonly packages: readonly string[];
  /** Names of files that win over a plain `.env`, the strongest first. */
  readonly before: readonly string[];
  /** The first of them that is there takes the place of `.env`, with all that is not in it. */
  readonly replaces?: true;
  /** Nothing but `.env` is read unless code names other files: these may win, but nobody can say that they inherit anything. */
  readonly named?: true;
  /** Names of files that win over a plain `.env` while tests run, the strongest first; absent where tests are not known to read it. */
  readonly tests?: readonly string[];
  readonly documentation: string;
}

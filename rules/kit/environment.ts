/** What configuration files, credentials and fallbacks say about environments. */
import type { Workflow } from './engine.js';
import type { LineGuard } from './marks.js';
import type { ApprovalSwitch } from './approvals.js';
import type { CredentialField } from './credentials.js';
import type { Certainty, Evidence, ObjectSite, Place, Span, Tool } from './model.js';
import type { RiskyServer } from './servers.js';
import type { ForcedCommand, ImperativeCommand, ProductionCommand } from './scripts.js';

export type Environment = 'dev' | 'test' | 'staging' | 'production' | 'ambiguous' | 'none';

/** What a value is, without the value. */
export interface Credential {
  /** Vendor or kind: `Stripe`, `PostgreSQL connection string`, `private key`. */
  readonly vendor: string;
  /**
   * `live` and `test` are proved by shape, host or role; `unknown` is a secret whose environment its shape does not say;
   * `public` is no secret.
   */
  readonly class: 'live' | 'test' | 'unknown' | 'public';
  readonly evidence: 'shape' | 'host' | 'name' | 'payload' | 'entropy';
  /** What may be shown: at most the public prefix, such as `sk_live_…`. */
  readonly shown: string;
  /** What says production, in words: "the host `db.prod.example.com`". */
  readonly because?: string;
  /** What speaks for it is a hint only: `live` as label of a host, a variable that is called just `token`. */
  readonly weak?: boolean;
  /** The credential is restricted to reading, by its name or host. */
  readonly readOnly: boolean;
  /** It may do everything, by its shape or its user: what is enough for reading, in words. */
  readonly wide?: string;
}

/** An address, or the name of a thing, of production, in a value that is no credential. */
export interface Endpoint {
  /**
   * `twin`: the host of a service that has a sandbox of its own; `connection`: of a store; `host`: one that calls itself production;
   * `resource`: a bucket, a project, a cluster that does.
   */
  readonly kind: 'twin' | 'connection' | 'host' | 'resource';
  /** What says production, in words: "the host `api-m.paypal.com` of PayPal". */
  readonly because: string;
  /** The host of the sandbox, and the place of the host that it can take. */
  readonly sandbox?: { readonly span: Span; readonly host: string };
}

/** A key and value of a configuration file. The value itself stays inside the reader. */
export interface Setting extends Place {
  readonly key: string;
  /** Of a host with a name of a database beside it, the store that both lead to. */
  readonly store?: { readonly database: Span; readonly credential: Credential };
  /** The part of the value that is the credential; the place itself is the value without its quotes. */
  readonly secret?: Span;
  /** How an environment variable for the credential would be called: `STRIPE_SECRET_KEY`. */
  readonly variable?: string;
  /** Development takes this key from another file, so that this value is not read there. */
  readonly overriddenBy?: string;
  /** Name of the file for development that leaves this key out, so that development reads it here. */
  readonly inheritedBy?: string;
  /** Keys from the root to the value, for nested formats. */
  readonly path: readonly string[];
  readonly keySpan: Span;
  /** Whole line or property, for removal. */
  readonly lineSpan: Span;
  readonly credential?: Credential;
  readonly endpoint?: Endpoint;
  /** The value leads to a store on the machine itself, or to a service beside it. */
  readonly local?: true;
  /** The server that it is for, where that is told to read only. */
  readonly readingServer?: string;
  /** The value is empty, a placeholder or a reference. */
  readonly inert: boolean;
  readonly commentedOut: boolean;
}

export interface ConfigFile {
  readonly file: string;
  /** `script`: command lines of a manifest; `lines`: assignments of a shell, a container file, Terraform variables. */
  readonly format: 'env' | 'json' | 'yaml' | 'toml' | 'lines' | 'script';
  readonly environment: Environment;
  /** Why it is of that environment: "`.env.development` by its name". */
  readonly because: string;
  /** Set for files that start MCP servers or agents: which client reads it. */
  readonly client?: AgentClient;
  /** `null`: not known (no git). */
  readonly tracked: boolean | null;
  readonly ignored: boolean | null;
  /** A list of variables that is to be copied and filled in: `.env.example`. */
  readonly template?: true;
  /** The ignore file that leaves an environment file out of git, or would; absent where the file is excepted on purpose. */
  readonly ignoreFile?: string;
  readonly settings: readonly Setting[];
}

/** A program that reads an agent configuration, and how it writes references to secrets. */
export interface AgentClient {
  readonly id: string;
  readonly title: string;
  /** How an environment variable is referred to, with `NAME` standing for it; absent: the client has no such form. */
  readonly reference?: string;
  /** VS Code: a password prompt is declared under `inputs` and used as `${input:id}`. */
  readonly prompts: boolean;
  /** Root object, for adding `inputs`. */
  readonly root?: ObjectSite;
  /** The list of prompts; `lead` is what stands between `[` and its first item. */
  readonly inputs?: { readonly array: Place; readonly ids: readonly string[]; readonly empty: boolean; readonly lead: string };
}

/** A string literal in source code that is a credential. */
export interface SourceSecret extends Place {
  readonly credential: Credential;
  readonly environment: Environment;
  readonly because: string;
  /** Name of the variable, property or argument that takes it. */
  readonly name: string | null;
  /**
   * What may stand instead: an expression that reads an environment variable. Absent where the literal is no expression of its
   * own. `example` is the list of variables that the new one is missing from; `needs` a module of Python that the text names.
   */
  readonly lookup?: { readonly text: string; readonly variable: string; readonly example?: string; readonly needs?: string };
  readonly language: 'typescript' | 'python';
  readonly inTests: boolean;
}

/** An address of production in the source of what development runs. */
export interface SourceEndpoint extends Place {
  readonly endpoint: Endpoint;
  /** Why the file is of development: "`seed.ts` is a script for seed data". */
  readonly because: string;
}

/** A client that code makes for production by a word of its own. */
export interface ClientEnvironment extends Place {
  /** What is written: `environment: production`, `sandbox: false`. */
  readonly shown: string;
  /** What is made: `new PayPal`. */
  readonly client: string;
  /** What says the opposite. */
  readonly instead?: string;
  /** The file is run on developer machines. */
  readonly ofDevelopment: boolean;
  readonly because: string;
  readonly inTests: boolean;
}

/** `process.env.X ?? <value>` and its relatives. */
export interface EnvironmentFallback extends Place {
  readonly variable: string;
  readonly operator: '??' | '||' | '?:' | 'default';
  readonly fallback: Place;
  /**
   * What the fallback is: a credential, a connection without one, a host of a service that has a sandbox of its own, another
   * host that calls itself production, or a word that selects a client or store.
   */
  readonly kind: 'credential' | 'connection' | 'twin' | 'host' | 'selector';
  readonly credential?: Credential;
  /** What in the fallback says production, in words. */
  readonly production?: string;
  /** The fallback reaches a client or connection. */
  readonly usedBy?: Evidence;
  /**
   * What to write where, so that a missing variable stops the program; absent where that is not provable. `needs`: a
   * module of Python that the text names.
   */
  readonly throwing?: { readonly at: Place; readonly text: string; readonly needs?: string };
  /** The literal that holds the credential or host, when it is not the fallback itself. */
  readonly literal?: Place;
  /** `config`: a default of a shell or of a program that starts services: `${NAME:-default}`. */
  readonly language: 'typescript' | 'python' | 'config';
  readonly inTests: boolean;
}

/** One of the places where a value stands. */
export interface SharedPlace extends Place {
  readonly key: string;
  readonly credential: Credential;
  readonly environment: Environment;
  readonly because: string;
  /** Absent in source code. */
  readonly format?: ConfigFile['format'];
}

/** A credential, or a store, that development and production have in common. */
export interface SharedValue {
  readonly development: readonly SharedPlace[];
  readonly production: readonly SharedPlace[];
  /** Both lead to one database. */
  readonly isStore: boolean;
  readonly field?: CredentialField;
}

/** A tool that empties a store, and that nothing keeps from doing so in production. The place is the tool's name. */
export interface UnguardedEffect extends Place {
  readonly tool: string;
  /** What does it, for messages. */
  readonly shown: string;
  /** It drops or truncates what is named; otherwise it removes all that is there. */
  readonly drops: boolean;
  /** The variable by which the project knows where it runs. */
  readonly variable: string;
  readonly certainty: Certainty;
  readonly because: readonly Evidence[];
  readonly guard?: LineGuard;
}

/** A place in a tool's handler where a secret of the environment becomes part of the answer or of a log. */
export interface SecretLeak extends Place {
  readonly tool: string;
  /** The variable; `null`: all of the environment. */
  readonly variable: string | null;
  readonly isLogged: boolean;
}

/** An import of what production uses, in code of development or of tests. */
export interface ProductionImport extends Place {
  readonly from: string;
  /** The name that says it, where the module does not. */
  readonly name?: string;
  readonly because: string;
}

/** A store that the files of a workspace lead to, with all places where it is written. */
export interface KnownStore {
  readonly places: readonly SharedPlace[];
  /** Development reads it from there. */
  readonly inDevelopment: boolean;
}

/** A server that verifies who asks, and never asks what that one may do. The place is where tokens are verified. */
export interface UnscopedServer extends Place {
  /** Names of its tools that change something. */
  readonly tools: readonly string[];
  /** Some of them, with what they do. */
  readonly because: readonly Evidence[];
}

/** Tools that can remove or replace what a store holds, by name. */
export type Destroyers = readonly { readonly tool: string; readonly at: Place }[];

/** What is known of a workspace around its tools. */
export interface SurroundingFacts {
  readonly files: readonly ConfigFile[];
  readonly secrets: readonly SourceSecret[];
  readonly fallbacks: readonly EnvironmentFallback[];
  readonly switches: readonly ApprovalSwitch[];
  readonly commands: readonly ForcedCommand[];
  readonly shared: readonly SharedValue[];
  readonly endpoints: readonly SourceEndpoint[];
  readonly clients: readonly ClientEnvironment[];
  readonly targets: readonly ProductionCommand[];
  readonly servers: readonly RiskyServer[];
  readonly imports: readonly ProductionImport[];
  readonly unguarded: readonly UnguardedEffect[];
  readonly leaks: readonly SecretLeak[];
  /** Only where somebody hears of them. */
  readonly unscoped: readonly UnscopedServer[];
  /** Stores outside of the machine; none when there is a local one as well. */
  readonly stores: readonly KnownStore[];
  readonly destroyers: Destroyers;
  /** The tools that act with what a variable holds, the most harmful ones first. */
  readonly usersOf: (variable: string) => readonly Evidence[];
  readonly imperatives: readonly ImperativeCommand[];
  /** Names of existing files at the root of each workspace, such as `.gitignore` and `.env.production`. */
  readonly exists: (file: string) => boolean;
}

/** What environment rules see: everything around the tools, and these for what is said of both. */
export interface EnvironmentFacts extends SurroundingFacts {
  readonly tools: readonly Tool[];
  /** Code that engines for durable workflows run. */
  readonly workflows: readonly Workflow[];
}

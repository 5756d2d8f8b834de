import type { Access } from './access.js';
import type { Data } from './edits.js';
import type { KeyForm } from './key-forms.js';
import type { EffectClass, Resource } from './model.js';
import type { Operations } from './operations.js';
import type { Answering, Listing } from './outcomes.js';

/**
 * Kinds that are decided by an argument: `sql` by SQL text, `cypher` by a query of a graph, `http` by the method and address, `graphql` by the
 * document, `shell` by a command line, `argv` by a program and its list of arguments, `command` by the class of the object that describes the call.
 */
export type Interpreted = 'sql' | 'cypher' | 'http' | 'graphql' | 'shell' | 'argv' | 'command';
export type EffectKind = EffectClass | Interpreted;

/** A condition on an argument: `arg 1.recursive = true`, `arg 1.flag = a|a+`, `arg 2 absent`, `arg 1.x present`. */
export type Condition = `${Access} = ${string}` | `${Access} absent` | `${Access} present`;

export interface RowOptions {
  readonly resource?: Resource;
  /** Overrides what the library says. */
  readonly openWorld?: boolean;
  /** The row holds only under this condition; rows of one callee are tried in order, the last one needs none. */
  readonly if?: Condition;
  /** It is gone after a time: what is kept like this, and is not what the model passed, is a cache. */
  readonly expires?: true;
  /** The subject is code of the program's own language, which runs as the program does. */
  readonly code?: true;
  /** What runs is a script for a page, whose words may tell that it only looks. */
  readonly script?: true;
  /** Creates only what is missing. */
  readonly ensures?: true;
  /** Fails when repeated. */
  readonly exclusive?: true;
  /** With `true` here, a second one does not fail (`recursive`, `exist_ok`). */
  readonly accepts?: Access;
  /** Changes the attributes of a thing (mode, owner, times), not its content. */
  readonly attributes?: true;
  /** What changes is the object itself, and ends with it: a cookie of a browser that is closed again, an index in memory. */
  readonly keeps?: true;
  /** Taken back by an inverse call: trash, archive, draft. */
  readonly reversible?: true;
  /** What is sent is a message, which may ask or order. */
  readonly message?: true;
  /** It ends what `this` was started as: a program that the code chose, and not the model, can be started again. */
  readonly ends?: true;
  /** The name of what somebody else is asked to run: where it is fixed, it says what is done. */
  readonly names?: Access;
  /** Changes relative to the present state (increment, toggle). */
  readonly relative?: true;
  /** The change is relative when an object here names an operator such as `increment` or `$push`. */
  readonly relativeIn?: Access;
  /** Where an idempotency key goes: an argument or a header name inside one (`arg 1.headers.Idempotency-Key`). */
  readonly key?: Access;
  /** What a key has to be, where not any text is taken. */
  readonly keyForm?: KeyForm;
  /** The key is taken only where this is given, too: a message of a group is one of a queue that drops doubles. */
  readonly keyWith?: Access;
  /** Setting any of these makes the call conditional, so that a repetition does nothing (`IfNoneMatch`). */
  readonly guards?: readonly Access[];
  /** Absent or empty means that everything is touched (`where` of `deleteMany`). */
  readonly bound?: Access;
  /** Everything is touched, whatever the arguments are. */
  readonly unbounded?: true;
  /** For `http`: the method, when the callee does not fix it; and its parts. */
  readonly method?: Access | 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  readonly headers?: Access;
  readonly body?: Access;
  /** For `sql`: which dialect the text is in. */
  readonly dialect?: 'postgresql' | 'mysql' | 'sqlite' | 'duckdb';
  /** For `argv`: the list of arguments; for `shell`: words behind the command. */
  readonly args?: Access;
  /** The subject is moved here and replaces what stands there (`rename`). */
  readonly moves?: Access;
  /** Which argument holds a function that is called as part of this call. */
  readonly calls?: Access;
}

/**
 * One API: callee, what it does, what it does it to. The callee is a path from the library's exports: `readFile`,
 * `Stripe#refunds.create` (a method of an instance of the exported class), `createClient().get`, `Got#` (the instance itself is
 * called). A `*` stands for any name, or for any rest of one (`list*`); it never crosses a dot, but `**` stands for any number of names.
 * The name with the fewest stars wins.
 */
export type EffectRow = readonly [callee: string, kind: EffectKind, subject: Access, options?: RowOptions];

export interface Effects {
  /**
   * Package name, `node:…` for built-in modules, or `global` for names of the language itself. A `*` makes it a family of packages:
   * what it says holds for each of them, unless a file of the package's own says otherwise.
   */
  readonly library: string;
  readonly language: 'typescript' | 'python';
  readonly reference: string;
  /** Other names under which it, or more of it, is imported: `drizzle-orm/node-postgres`, or a package with the same calls. */
  readonly modules?: readonly string[];
  /** `read`: a person read the reference. */
  readonly origin: 'read' | 'generated' | 'generated-then-read';
  readonly resource: Resource;
  /** What the things of a class are about, where that is not what the library is about. */
  readonly resources?: Readonly<Record<string, Resource>>;
  /** The calls leave the deployment (default: only `network`, `mail`, `chat`, `money`, `code-host`, `model`). */
  readonly openWorld?: boolean;
  /** What `import x from 'library'` and `module.exports` are: `*` the namespace, else an export or an instance (`Got#`). Default: `*`. */
  readonly default?: string;
  /** Members that are another library: `{ promises: 'node:fs/promises' }`; with a `*` all that are not known, in lower case. */
  readonly reexports?: Readonly<Record<string, string>>;
  /**
   * What yields an instance of a class: calls (`createClient()`, `Pool#connect()`), names of types, and parameters of functions that
   * are handed over: `Pool#connect(1)` is the second parameter of a callback of `Pool#connect`. A class of another library is named
   * with it: `'@modelcontextprotocol/sdk: McpServer'`.
   */
  readonly instances?: Readonly<Record<string, readonly string[]>>;
  /** Which argument of a call names what the call makes, so that `instances` can tell them apart: `build('gmail')`. */
  readonly names?: Readonly<Record<string, Access>>;
  /** What yields an export itself, not an instance of it: `{ Model: ['model()'] }` for calls that make classes. */
  readonly yields?: Readonly<Record<string, readonly string[]>>;
  /** `{ PoolClient: 'Client' }`: rows of `Client#` hold for `PoolClient#` as well. */
  readonly extends?: Readonly<Record<string, string>>;
  readonly calls: readonly EffectRow[];
  /** What objects of these classes do when they reach a call of kind `command`; places are relative to their `new`. */
  readonly commands?: readonly EffectRow[];
  /** Names of operations, and what they do, that stand in a table. */
  readonly operations?: Operations;
  /** Looked at: changes nothing and tells nothing about the world. `X#*` for all methods, `*` for the whole library. */
  readonly harmless: readonly string[];
  /** A new value at each call: makes a key of level K1. */
  readonly fresh?: readonly string[];
  /**
   * Runs the function given at `calls` again when it fails. What the result of a call runs again (`retry()`) is a decorator, and
   * `attempts` a place of the call in its brackets.
   */
  readonly retries?: readonly { readonly callee: string; readonly calls: Access; readonly attempts?: Access }[];
  /** Things that the calls do not take at a place: given one there, a call fails before anything is sent. */
  readonly refuses?: readonly { readonly at: Access; readonly things: readonly string[] }[];
  /** Calls that wait as long as it takes, unless they are told when to give up. */
  readonly waits?: Waiting;
  /** How several writes are made one, in words; each of them is kept by itself otherwise. */
  readonly together?: string;
  /** Calls that give a promise, or a coroutine, unless they are given a function to call with the answer. */
  readonly promises?: readonly string[];
  /** Calls that do nothing before they are waited for. */
  readonly lazy?: readonly string[];
  readonly answers?: readonly Answering[];
  readonly lists?: readonly Listing[];
  /** Methods by which a client is told to send requests again by itself. */
  readonly resends?: readonly Resending[];
  /** Returns its argument unchanged, or wrapped without meaning for us: `identity: { tool: 'arg 0' }`; or its receiver (`this`). */
  readonly identity?: Readonly<Record<string, Access>>;
  /** Classes that are the data which they are given by name. */
  readonly records?: readonly string[];
  /** Asks a human. */
  readonly asks?: readonly string[];
}

/** When a call gives up that waits for an answer. */
export interface Waiting {
  /** Names of options that say so, beside the headers of a request; a fix writes the first. */
  readonly options: readonly string[];
  /** The same for calls without headers: where their options stand. */
  readonly at?: Readonly<Record<string, Access>>;
  /** Where what made the client is told the same, for all of its calls. */
  readonly client?: readonly Access[];
  /** Assignments and calls that may tell all calls of the library the same: `defaults.timeout`, `setdefaulttimeout`. */
  readonly elsewhere?: readonly string[];
  /** Methods that may tell the client that was made: `mount`. What the library itself is asked for makes a client of its own. */
  readonly mounts?: readonly string[];
  /** Told nothing, it gives up by itself. */
  readonly byItself?: true;
  /** The library says that it never does, and neither does what it is built on. */
  readonly always?: true;
  /** What a fix writes: so many milliseconds or seconds, or code. */
  readonly give?: Data;
}

/** `policy`: where the call is given what says so; `methods`: what that calls the list of HTTP methods which it repeats. */
export interface Resending {
  readonly callee: string;
  readonly policy: Access;
  readonly methods: readonly string[];
}

/** A file of effects by what it is found by. Hundreds are known and a run asks for a few, so the program makes a file when it is asked for. */
export interface EffectsFile extends Pick<Effects, 'library' | 'language' | 'modules'> {
  /** All that it says; the same object each time. */
  all(): Effects;
}

/** Defines what the calls of one library do. The value must be a literal: users may write the same as JSON. */
export function defineEffects(effects: Effects): EffectsFile {
  return effectsFile(effects, () => effects);
}

/** A file that is made when it is asked for. What ships has all of them in this form. */
export function effectsFile(
  { library, language, modules }: Pick<Effects, 'library' | 'language' | 'modules'>,
  make: () => Effects,
): EffectsFile {
  let made: Effects | undefined;
  return { library, language, ...(modules === undefined ? {} : { modules }), all: () => (made ??= make()) };
}

/** What rules, frameworks and effect files talk about. Plain readonly data in our own words. */
import type { Agent, Rerun } from './agents.js';
import type { Endless, Key, KeyCandidate, LineGuard, Refusal, Retry, SessionState, Swallow } from './marks.js';
import type { Data, Slot } from './edits.js';
import type { Fabricated, Floating, Formless, Hushed, Ignored, Unflagged, Unlimited } from './outcomes.js';
import type { Reach } from './reach.js';

/** Half-open range of UTF-16 offsets into the text of a file. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Place {
  readonly file: string;
  readonly span: Span;
}

/** One step of a proof: where it stands and what it shows. Never holds a secret. */
export interface Evidence extends Place {
  readonly label: string;
}

/** A value that the author wrote, and where. */
export interface Located<T> extends Place {
  readonly value: T;
}

/** A declared hint. `said`: the project's own word for it, when no boolean states it. */
export interface Hint extends Located<boolean> {
  readonly said?: string;
  /** Something else than a literal stands there, so that it may say something else of other tools. */
  readonly computed?: true;
}

/** What is written among the hints: a key, and the constant that it has. */
export interface HintEntry extends Located<string | number | boolean | null> {
  readonly key: string;
  readonly keyAt: Place;
}

export type Language = 'typescript' | 'python' | 'json' | 'env' | 'yaml' | 'toml';

/** How sure a finding, an effect or an inferred value is. */
export type Certainty = 'certain' | 'probable' | 'possible';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * What one call does to the world; from harmless to harmful.
 *
 * - `read` observes.
 * - `write.set` leaves the same state however often it is repeated.
 * - `write.add` adds something each time.
 * - `destroy` removes or irrecoverably overwrites.
 * - `external` leaves the system and cannot be taken back: money, mail, chat, deployments.
 * - `exec` is open-ended: a command, code or SQL text that is not known here.
 */
export const effectClasses = ['read', 'write.set', 'write.add', 'destroy', 'external', 'exec'] as const;
export type EffectClass = (typeof effectClasses)[number];

/** What kind of thing an effect touches. */
export const resources = [
  'filesystem',
  'database',
  'network',
  'process',
  'memory',
  'cache',
  'queue',
  'mail',
  'chat',
  'money',
  'code-host',
  'object-store',
  'search',
  'browser',
  'cloud',
  'model',
  'clock',
  'other',
] as const;
export type Resource = (typeof resources)[number];

export interface Effect extends Place {
  readonly class: EffectClass;
  readonly resource: Resource;
  /** Library and access path, e.g. `stripe: Stripe#refunds.create`. */
  readonly api: string;
  readonly certainty: Certainty;
  /** Calls from the handler to here, outermost first; empty when the handler itself calls the API. */
  readonly via: readonly Evidence[];
  /** Short words for messages: `DELETE FROM users`, `POST api.example.com`. Never a secret. */
  readonly detail?: string;
  readonly key: Key;
  /** The library takes an idempotency key for this call, here. Absent: it has no such mechanism. */
  readonly keySlot?: Slot;
  /** The function that asks gives a key here, when it is handed one: what it asks takes keys, and this time it was handed none. */
  readonly keyLeftOut?: Place;
  /** What the library calls the key: `idempotencyKey`, `MessageDeduplicationId`. */
  readonly keyName?: string;
  /** Parameters of the tool that reach what the call touches or hands over, as paths from the input; empty for reads. */
  readonly inputs: readonly string[];
  /**
   * Words of the code for what is changed: the table, the file, the queue, the fields that count, the callee as it is written. They tell
   * logs and counters from data, and are never shown.
   */
  readonly words?: string;
  /**
   * New rows only: what they are known by is given by who calls (or is a constant), is made anew, or their table says that something
   * of them is unique. Absent: nothing of this is seen.
   */
  readonly identity?: 'given' | 'new' | 'unique';
  /** Databases only: the object that the call is made on, as it is written. */
  readonly receiver?: string;
  /** A query that holds back others who ask for the same rows until the transaction ends. */
  readonly locks?: true;
  /** Of calls that could take a key: the functions on the way, the one that `via` enters at the same place. Absent: not all of them are known. */
  readonly through?: readonly Place[];
  /** Names of values in scope at the call that could serve as key, best first. */
  readonly keyCandidates: readonly KeyCandidate[];
  /** It creates only what is missing and changes nothing that exists (`mkdir -p`). */
  readonly ensures: boolean;
  /** A repetition fails instead of adding (`mkdir`, `wx`, unique name). */
  readonly exclusive: boolean;
  /** With `true` here, a repetition does not fail; and what the call names it: `recursive`. */
  readonly acceptSlot?: Slot;
  readonly acceptName?: string;
  /** Adds to the end of a file. */
  readonly appends?: true;
  /** `false` when nothing narrows what is touched (`DELETE` without `WHERE`). */
  readonly bounded: boolean;
  /** The new state is computed from the state that was read, so a repetition changes it again. */
  readonly relative: boolean;
  /** Only attributes change (mode, owner, times), not the content. */
  readonly attributes?: boolean;
  /** Own temporary file, lock or object made in the same call. */
  readonly own: boolean;
  /** It ends or hides something that can be taken back: soft delete, trash, draft. */
  readonly reversible: boolean;
  /** Outside the tool's own deployment. */
  readonly openWorld: boolean;
  /** What the program prepares for itself when it is first used: folders, tables, default settings. */
  readonly prepares?: boolean;
  /** A message of which no word says whether it asks or orders: parameters of the tool that stand where such words do. */
  readonly unsaid?: readonly string[];
  /** Only the name of the call says what it does, because nobody described its package. */
  readonly named?: boolean;
  /** Only some of the classes do it that may stand for an object, which is known by what they have in common; or a model does it if it likes. */
  readonly sometimes?: boolean;
  /** Constant arguments decide: text of the model reaches the command, code, SQL or URL. */
  readonly callerControlled: boolean;
  /** The model writes a part of a query: what the rest of it does is an effect of its own at the same place. */
  readonly completes?: boolean;
  /** The command line asks nobody, by these words: `terraform destroy -auto-approve`. */
  readonly forced?: string;
  /** The environment variable whose value its client, or its request, says who it is with. */
  readonly credential?: string;
  /** Parameters of the tool whose text reaches it. */
  readonly reaches?: readonly Reach[];
  /** Value of a parameter of the tool under which this effect happens. */
  readonly mode?: Mode;
  /** It waits as long as it takes: nobody says when to give up, neither the call, its client, nor anything around it. */
  readonly endless?: Endless;
  /**
   * Memory of a module only: it is kept for later calls under what the model said (`given`), under a name that is made (`new`), or in a
   * list of what the model said.
   */
  readonly keptUnder?: 'given' | 'new' | 'list';
  /** Another function that reads it. */
  readonly readBy?: Evidence;
  /** A write that is kept by itself, since nothing on the way makes several of them one; what would, in words. */
  readonly alone?: string;
  /** Another such write to the same database that comes before it on each way. */
  readonly afterWrite?: Evidence;
  /** A change of another system (`writesTo`) that comes before it on each way. */
  readonly afterOther?: Evidence;
  readonly retriedBy?: Retry;
  /** The step of a workflow that it is part of, whose result the engine keeps. */
  readonly step?: Evidence;
  readonly swallowedBy?: Swallow;
  /** Its command line hides that it failed. */
  readonly hushed?: Hushed;
  /** Nobody waits for it, somewhere on the way. */
  readonly floating?: Floating;
  /** Its answer tells whether it failed, and nobody looks. */
  readonly ignored?: Ignored;
  /** What cannot be taken back: the call of which nothing comes back to the answer of the tool. */
  readonly unread?: Place;
  /** `exec` only: the text is checked on the way (allow list, `SELECT` only); how far that holds is not known. */
  readonly restrictedBy?: Evidence;
  /** A human is asked on the way to this effect (elicitation, interrupt). */
  readonly approvedBy?: Evidence;
  /** A question to a human that comes after it on each way, in the code of the tool. */
  readonly beforeAsking?: Evidence;
  /** Tables and addresses that were asked on the way and had nothing, as messages call them (`users`, `api.example.com/users`). */
  readonly missing?: readonly string[];
  /** A recognised wrapper that makes the repetition harmless. */
  readonly idempotentBy?: Evidence;
  /** The program keeps in mind that the tool was called like this, and refuses a second call; what runs again inside of one is not held back. */
  readonly refusedBy?: Refusal;
}

/**
 * Values of a parameter: one of those that the schema or the code names, `*` any other, `true` for a parameter that is only tested
 * for being there, `null` for one that is left out.
 */
export interface Mode {
  readonly parameter: string;
  readonly values: readonly (string | boolean | number | null)[];
}

/** What a tool does for one value of a parameter that decides. */
export interface ToolMode extends Pick<Inferred, 'readOnly' | 'destructive' | 'idempotent'> {
  readonly parameter: string;
  readonly value: Mode['values'][number];
  /** Places in `effects.known`. */
  readonly effects: readonly number[];
}

/** A call that could not be resolved. */
export interface Unresolved extends Evidence {
  readonly reason: string;
  /** The name of the call says what it does; an effect stands for it. */
  readonly named?: boolean;
}

export type HintName = 'readOnly' | 'destructive' | 'idempotent' | 'openWorld';
export const hintNames: readonly HintName[] = ['readOnly', 'destructive', 'idempotent', 'openWorld'];

export type Tier = 'observe' | 'write' | 'destructive' | 'privileged';
/** From least to most power. */
export const tiers: readonly Tier[] = ['observe', 'write', 'destructive', 'privileged'];

/** What a policy can ask of every tool of a tier. */
export const controls = ['approval', 'idempotency-key', 'timeout', 'environment-guard'] as const;
export type Control = (typeof controls)[number];

/** A control that the workspace's policy asks of a tool, because of its tier. */
export interface Requirement {
  readonly control: Control;
  /** As the policy writes it. */
  readonly tier: string;
  /** The line of the policy; absent when it does not stand in a file. */
  readonly because?: Evidence;
}

export interface Gate {
  readonly kind: 'none' | 'always' | 'conditional' | 'host';
  /** The author of the tool wrote down that nobody is asked: `needsApproval: false`. */
  readonly stated?: true;
  /** Whoever runs the agent says whether somebody is asked, and nobody was seen to run it. */
  readonly unseen?: true;
  readonly because?: Evidence;
}

export interface Inferred {
  /** `null`: could not tell. */
  readonly readOnly: boolean | null;
  readonly destructive: boolean | null;
  readonly idempotent: boolean | null;
  readonly openWorld: boolean | null;
  readonly tier: Tier | null;
  /** Every call was resolved. */
  readonly complete: boolean;
  /** `possible` when the values come from the tool's name. */
  readonly certainty: Certainty;
}

/** A parameter that the model fills. */
export interface InputParameter {
  readonly name: string;
  readonly description?: string;
  readonly optional: boolean;
  readonly type?: 'string' | 'number' | 'boolean' | 'array' | 'object';
  /** The schema says more of its text: a pattern, a format, a function that refuses. */
  readonly checked?: true;
  /** The schema says how large it may be. */
  readonly limited?: true;
  /** The schema takes anything, or objects whose names the model makes up, also in a list. */
  readonly open?: 'any' | 'fields';
  /** Allowed values, when the schema lists them. */
  readonly values?: readonly (string | number | boolean)[];
  readonly fallback?: string | number | boolean | null;
  /** Where the fallback is written. */
  readonly fallbackPlace?: Place;
  readonly place?: Place;
  /** The literal that describes it. */
  readonly descriptionPlace?: Place;
  /** The calls of a schema that make it optional, from the dot: without them it must be given. */
  readonly optionalBy?: readonly Place[];
}

/** How the model's arguments come to a handler: what a new one needs. */
export interface Intake {
  /** The literal of the schema; absent where the parameters of the handler are the schema. */
  readonly schema?: Place & { readonly form: 'zod' | 'json-schema' };
  /** The handler's function. */
  readonly handler: Place;
  /** The handler's parameter that has all arguments under one name; absent where it names each of them. */
  readonly whole?: string;
}

export interface Tool {
  readonly name: Located<string>;
  /** The call, object or class that defines the tool. */
  readonly definition: Place;
  readonly framework: string;
  /** Tools of these frameworks reach a host that asks the user by the tool's hints. */
  readonly hosted: boolean;
  readonly language: 'typescript' | 'python' | 'json';
  /** Title for humans, beside the name or among the hints. */
  readonly title?: Located<string>;
  readonly description?: Located<string>;
  readonly inputs: readonly InputParameter[];
  readonly handler?: Place;
  readonly hints: Readonly<Partial<Record<HintName, Hint>>>;
  /** All that is written where hints are, when it is one object that is written out. */
  readonly hintEntries?: readonly HintEntry[];
  /** More hints than these are possible: a spread or a value that could not be resolved. An absent hint then proves nothing. */
  readonly hintsOpen?: boolean;
  /** Names of the hints in this framework; default: the protocol's own (`readOnlyHint`). */
  readonly hintNames?: Readonly<Record<HintName, string>>;
  /** How one more parameter can be asked of the model. Absent: not provable. */
  readonly intake?: Intake;
  /** Where hints are written, or would be. Absent: the framework has none, or the place is not provable. */
  readonly hintSlot?: Slot;
  readonly tier?: Located<Tier>;
  /** A tier is stated in words of the project's own, and which one could not be told. */
  readonly tierOpen?: true;
  /** A comment states a tier that is none of the four, and that the configuration does not name. */
  readonly tierUnread?: Located<string>;
  /** Controls that the policy asks for at its tier: the declared one, or else the one that its effects need. */
  readonly requires?: readonly Requirement[];
  /** Nothing on the way to this effect, or nothing at all, asks in which environment it runs. Only where a policy asks. */
  readonly unguarded?: { readonly effect?: Effect; readonly guard?: LineGuard };
  /** Tier and pragma comments go above this place. */
  readonly pragmaPlace: Place;
  readonly gate: Gate;
  /** Where the framework's own approval is switched on, and with which value. */
  readonly gateSlot?: Slot & { readonly value: Data; readonly agent: boolean };
  /** Agents that its own code runs, by what makes them, where no human hears their questions. */
  readonly runs?: readonly Place[];
  /** An agent that runs this tool was found. */
  readonly agent?: Evidence;
  /** All that run it, as far as they were found. */
  readonly agents?: readonly Agent[];
  /** What may run its handler again, beside the model. */
  readonly reruns?: readonly Rerun[];
  /** Parameters that are named like a key, and that reach no call and no test. Only of tools whose every call was resolved. */
  readonly ignoredKeys?: readonly string[];
  /** It says which form its answers have. Absent: its framework does not ask, or it could not be told. */
  readonly outputs?: boolean;
  /** An answer that has a form which nobody is told of. */
  readonly formless?: Formless;
  /** A question that it asks, whose answer has no end. */
  readonly unlimited?: Unlimited;
  /** Failures that it tells in words only. */
  readonly unflagged?: readonly Unflagged[];
  /** Answers that it makes up. */
  readonly fabricated?: readonly Fabricated[];
  readonly effects: {
    readonly known: readonly Effect[];
    readonly complete: boolean;
    readonly unresolved: readonly Unresolved[];
  };
  readonly inferred: Inferred;
  /** How the effects differ by the value of a parameter; empty when they do not. */
  readonly modes: readonly ToolMode[];
  /** How its handler says that the call was given up, in code: `extra.signal`. Absent: it does not take what says so. */
  readonly signal?: string;
  /** What it finds by the session of the protocol. Only where somebody hears of it. */
  readonly sessionState?: readonly SessionState[];
  /** Where its server speaks HTTP. Only of tools that keep something in memory. */
  readonly overHttp?: Evidence;
  /** Files that stand for tests, examples or fixtures. */
  readonly inTests: boolean;
}

export type * from './edits.js';
export type * from './environment.js';
export type * from './marks.js';
export type * from './suppressions.js';

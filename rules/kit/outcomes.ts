/** What becomes of what a call does and answers, on the way from an effect to the answer of the tool. */
import type { Data, ObjectSite, Slot } from './edits.js';
import type { Swallow } from './marks.js';
import type { Effect, Evidence, Place } from './model.js';

/**
 * Nobody waits for it. `dropped`: a promise that stands alone. `each`: of functions that a loop or list method runs. `task`: a task of Python
 * that nobody holds. `idle`: a coroutine of Python, or a query that only runs when it is waited for, so that nothing happens at all.
 */
export interface Floating extends Evidence {
  readonly how: 'dropped' | 'each' | 'task' | 'idle';
  /** `void`, or a function for its failure, says that this is meant. */
  readonly meant?: true;
  /** Where `await` goes; absent where nothing may wait. */
  readonly awaitAt?: Place;
  /** What makes the statement a loop that waits: its text by pieces. */
  readonly loop?: readonly { readonly at: Place; readonly text: string }[];
}

/** Who answers a failure like a success was asked, and nobody looks at the part of the answer that tells. */
export interface Ignored extends Evidence {
  /** What would tell: `ok`, `returncode`. */
  readonly tells: string;
  readonly kind: AnswerKind;
  /** Other parts of the answer are told to the model, which may see it there. */
  readonly shown?: true;
  /** The call, and the statement that it is all of. */
  readonly call: Place;
  readonly statement?: Place;
  /** The name of the answer; absent where it has none. */
  readonly name?: string;
  /** A name that means nothing else there. */
  readonly free?: string;
  readonly inPython?: true;
  /** Where the call is told to fail. */
  readonly option?: Slot;
}

/**
 * How a failure is told by an answer: `status` of a request in TypeScript, `response` in Python, the exit `code` of a command, an `error` beside
 * data, or the items of a `batch` that failed.
 */
export type AnswerKind = 'status' | 'response' | 'code' | 'error' | 'batch' | 'rows';

/** Calls that answer a failure like a success: somebody has to look. */
export interface Answering {
  /** As in rows. */
  readonly callees: readonly string[];
  readonly kind: AnswerKind;
  /** Parts of the answer that tell, the first of which is named in messages: fields, and methods that throw. */
  readonly tells: readonly string[];
  /** The answer is nothing but what tells. */
  readonly itself?: true;
  /** An option of the call that makes it fail. */
  readonly option?: string;
  /** A word, and another shortly behind it, by which a client is told the same for all of its calls. */
  readonly elsewhere?: readonly { readonly word: string; readonly then: string }[];
  /** Only in the set `strict`. */
  readonly strict?: true;
}

/** An answer that tells a failure in words, and not by the flag that the protocol has for it. */
export interface Unflagged extends Evidence {
  readonly flag: string;
  /** Body of the clause that caught the failure; absent where a function that is named for failures makes the answer. */
  readonly clause?: Place;
  readonly helper?: string;
  /** The literal that lacks the flag. */
  readonly site?: ObjectSite;
  /** The call of a function that makes all answers: what goes before it, and behind it. */
  readonly around?: { readonly before: Place; readonly behind: Place };
}

/** An answer that is made up where what is needed is missing, or where it failed: the statement that gives it. */
export interface Fabricated extends Evidence {
  /** `named`: a name says that it is a sample; `literal`: a record of constants. */
  readonly how: 'named' | 'literal';
  /** The name that says so, or names of fields. */
  readonly name: string;
  readonly returned?: true;
  /** The clause that caught the failure. */
  readonly clause?: { readonly at: Place } & Pick<Swallow, 'body' | 'error' | 'naming'>;
  /** What is missing, as the code calls it. */
  readonly missing?: string;
}

/** An answer that is data of a known form: what writes it, and the schema that would say so. */
export interface Formless extends Evidence {
  readonly slot?: Slot;
  readonly schema?: Data;
  /** Where the protocol wants the same data beside its text: the literal of the answer, and the data as code. */
  readonly beside?: { readonly site: ObjectSite; readonly key: string; readonly code: string };
}

/** Calls that answer all that is there, unless an option or a call behind them has one of these names; a fix sets the option. */
export interface Listing {
  readonly callees: readonly string[];
  readonly bounds: readonly string[];
  readonly option?: string;
  /** The first argument is a condition, which narrows the answer. */
  readonly condition?: true;
}

/** A question that is answered with everything, however much that is, and where a limit goes: into its text, or among its options. */
export interface Unlimited extends Evidence {
  readonly effect: Effect;
  readonly add?: { readonly at: Place; readonly text: string };
  readonly set?: { readonly slot: Slot; readonly value: number };
}

/** The end of a command line that hides a failure of the command, and where it can be cut off. */
export interface Hushed extends Evidence {
  /** `|| true` */
  readonly words: string;
  readonly cut?: Place;
}

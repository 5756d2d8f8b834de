/** What an effect carries, and what stands around it: keys, repetitions, refusals, clauses that hide its failure. */
import type { Data, Slot } from './edits.js';
import type { Certainty, Evidence, Place } from './model.js';

/**
 * Stability of an idempotency key (rules.md 1.3): `none` no key reaches the effect, `K1` new on every invocation,
 * `K2` the same for different intents, `K3` stable across retries of one call, `K4` stable across re-issue by the model.
 */
export type KeyLevel = 'none' | 'K1' | 'K2' | 'K3' | 'K4';

export interface Key {
  readonly level: KeyLevel;
  /** The expression that is used as key. */
  readonly place?: Place;
  /** What makes the level: the random call, the argument, the constant. */
  readonly because?: Evidence;
  /** The key is `args.key ?? <random>`. */
  readonly optional?: boolean;
  /** The parameter of the tool that it is, as a path from the input; absent when something else stands in where it is left out. */
  readonly input?: string;
  /**
   * K1 only: the expression that makes a new value, when it could as well stand before the repetition around the effect,
   * because it mentions nothing that is declared inside. `place` is replaced by a name when the expression is moved.
   */
  readonly fresh?: { readonly place: Place; readonly text: string };
}

/** A repeated execution of the code around an effect. */
export interface Retry extends Evidence {
  /** `certain` when an explicit retry helper or loop; the API that repeats. */
  readonly api: string;
  readonly certainty: Certainty;
  /** Body of the repeated function or loop: a key made inside is new for each attempt. */
  readonly scope: Place;
  /** Where a statement can be put before the repetition starts. */
  readonly before?: Place;
  /** The function that repeats makes the key in front of the repetition: all attempts share it. */
  readonly shared?: true;
  /** It is a step of a durable workflow, which an engine runs again until it succeeds. */
  readonly step?: true;
}

/** A test on what the program keeps in mind; `byInput` when it is about what the model passed, and not about a state such as a connection. */
export interface Refusal extends Evidence {
  readonly byInput?: true;
}

/** Where a call is told when to give up, what a fix writes there, and how that reads: `timeout=30`. */
export interface Endless {
  readonly slot: Slot;
  readonly value?: Data;
  readonly shown: string;
  /** Nothing below the library ends it either. */
  readonly always?: true;
}

/** A line that refuses in other environments, and the statement that it goes above; `needs`: a module of Python that it names. */
export interface LineGuard {
  readonly at: Place;
  readonly text: string;
  readonly needs?: string;
}

/** The clock, or chance, is asked outside of a step: the engine that replays the code gets another answer. */
export interface Chance extends Evidence {
  readonly kind: 'time' | 'random' | 'uuid';
  /** What is called, as a path in its package. */
  readonly api: string;
  /** Calls from the workflow to here, outermost first. */
  readonly via: readonly Evidence[];
}

/** How a failure of an effect is hidden from the caller. */
export interface Swallow extends Evidence {
  /** `skip`: the loop goes on with the next item. */
  readonly how: 'empty' | 'skip' | 'empty-value' | 'success' | 'catch-call';
  /** Body of the handler, from `{` to `}`, or the argument of `.catch`. */
  readonly body: Place;
  /** Name of the caught error; absent when the clause names none, empty when it takes it apart (`catch ({ message })`). */
  readonly error?: string;
  /** The statement that hides the failure (`return [];`); absent when the handler falls through. */
  readonly exit?: Place;
  /** The value that stands for an answer is none at all: `null`, `undefined`, an empty text. A list may be empty for other reasons. */
  readonly nothing?: true;
  /** Somebody on the way looks at that value or makes something else of it, a variable tells how far it came, or it had failed before. */
  readonly heard?: true;
  /** The code says that it makes no difference: in words, or by the name of a function that closes or tidies up. */
  readonly meant?: true;
  /** It stands in the tool's handler itself, not in a function that the handler calls: what it returns is the tool's answer. */
  readonly answers?: boolean;
  /** Python: other clauses of the same `try` that hide what they catch. */
  readonly others?: readonly Swallow[];
  /** Thrown again, the failure would come to another clause further out that hides it as well. */
  readonly again?: true;
  /** Python: what gives the error a name (`as error`), and where that goes. */
  readonly naming?: { readonly at: Place; readonly text: string };
  /** What the file calls the class that tells a failure to the model, when it knows it. */
  readonly failureClass?: string;
}

export interface KeyCandidate {
  /** Source text that yields the value at the call. */
  readonly text: string;
  readonly level: 'K3' | 'K4';
}

/** Something that is kept, or found again, by the session of a protocol; its label is what keeps it. */
export interface SessionState extends Evidence {
  /** The version of the protocol that the server speaks has no sessions. */
  readonly gone?: true;
}

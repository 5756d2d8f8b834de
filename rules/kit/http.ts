import type { EffectClass, Resource } from './model.js';

/** What addresses and headers of HTTP calls say, for calls that no SDK stands in front of. */
export interface HttpKnowledge {
  /** Path segments after which a POST reads: `search`, `query`, `graphql`. */
  readonly readingWords: readonly string[];
  /** Path segments whose end can be made again: a DELETE there destroys nothing (`subscriptions`, `sessions`). */
  readonly endings: readonly string[];
  /** Names under which a service says where it can be asked for something, and what a POST there does. */
  readonly endpoints: Readonly<Record<string, EffectClass>>;
  /** Arguments of calls that hold the query of a request. */
  readonly queries: readonly string[];
  /** Members of a query that name what is done: `?action=publish`. */
  readonly actionFields: readonly string[];
  /** Words of actions, beside verbs of changing, that begin something anew each time. */
  readonly beginning: readonly string[];
  /** Ends of names, in letters alone, under which stands what becomes of a thing of the same name; and words that replace it. */
  readonly conflictFields: readonly string[];
  readonly overwriting: readonly string[];
  /** Names, in letters alone, under which a request says that only what is not there yet is made. */
  readonly onlyNewFields: readonly string[];
  /** Header names that carry an idempotency key, lower case. */
  readonly keyHeaders: readonly string[];
  /** Fields of a body that carry one; `host`: only there, `with`: only beside this field, which switches it on. */
  readonly keyFields: readonly { readonly name: string; readonly host?: string; readonly with?: string }[];
  /**
   * Parts of the body of a PUT or PATCH that are added to what is there, each time: fields of these names, inside of a field
   * `within`, if that is said.
   */
  readonly addingParts: readonly { readonly within?: string; readonly names: readonly string[] }[];
  /** Hosts (and their subdomains) of known vendors. */
  readonly hosts: readonly {
    readonly host: string;
    readonly resource: Resource;
    /** A POST there cannot be taken back. */
    readonly external?: true;
    /** Every POST there only computes an answer (model vendors). */
    readonly reads?: true;
    /** Parts of paths behind which a POST only computes an answer. */
    readonly computes?: readonly string[];
    /** Addresses below this path are methods of a library, which says what they do: `/api/chat.postMessage`. */
    readonly methods?: { readonly below: string; readonly library: string; readonly of: string };
    /** Ends of paths where a second thing of the same name is refused. */
    readonly refuses?: readonly string[];
    /** Header that makes a POST there repeatable; or a field of its body. */
    readonly keyHeader?: string;
    readonly keyField?: string;
  }[];
}

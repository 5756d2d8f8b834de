/** Where values can be put, and what a fix does there. */
import type { Place, Span } from './model.js';

/** Literal data, or `{ code }` for source text in the language of the file. */
export type Data = string | number | boolean | null | readonly Data[] | { readonly code: string } | { readonly [key: string]: Data };

/** An object literal (or keyword list, or JSON object) that an edit may extend. */
export interface ObjectSite extends Place {
  readonly entries: readonly { readonly key: string | null; readonly span: Span; readonly value: Span }[];
}

/** A call that an edit may extend. `span` covers the parentheses. */
export interface CallSite extends Place {
  readonly args: readonly Span[];
}

/**
 * A place for a value: the value that stands there, and how to put one there if none does. Without `insert` and
 * `existing` the place is known not to be provable.
 */
export interface Slot {
  readonly file: string;
  readonly existing?: Span;
  /** The object at the slot, when it is a literal. */
  readonly object?: ObjectSite;
  readonly insert?:
    /** `apart`: what is unpacked beside it is known, and has nothing of this name. */
    | { readonly kind: 'property'; readonly object: ObjectSite; readonly path: readonly string[]; readonly apart?: true }
    | { readonly kind: 'argument'; readonly call: CallSite; readonly index: number; readonly path: readonly string[] }
    /** What may be an object without such a property, or nothing: `account ? { account } : undefined` goes into an object with one more. */
    | { readonly kind: 'around'; readonly value: Span; readonly path: readonly string[] }
    /** A decorator of Python without brackets: `@mcp.tool` becomes `@mcp.tool(annotations=…)`. */
    | { readonly kind: 'brackets'; readonly decorator: Span; readonly path: readonly string[] };
  /** An object that is put here is made by this class, unless the file writes dictionaries in its place. */
  readonly made?: Maker;
}

/** A class of a Python package that takes by name what would be the keys of an object. */
export interface Maker {
  readonly name: string;
  readonly from: string;
  /** A dictionary will do as well, so that nobody imports the class for it. */
  readonly plain?: true;
}

/** What is written instead where a project is written for an edition of ECMAScript, as a year, before the one that the text needs. */
export interface Without {
  readonly edition: number;
  readonly text: string;
}

export type Edit =
  /** Replace source text as it stands; `code` is written in the style of the file. */
  | { readonly kind: 'replace'; readonly at: Place; readonly text: string; readonly code?: true; readonly without?: Without }
  /** Set the value at a slot: replaces what is there, else inserts in the style of the file. */
  | { readonly kind: 'set'; readonly slot: Slot; readonly value: Data }
  /** Set one property of an object literal. */
  | { readonly kind: 'property'; readonly object: ObjectSite; readonly key: string; readonly value: Data }
  /** A line of its own above the statement that holds the place, with its indentation; `//` or `#` is added for comments. */
  | { readonly kind: 'line-above'; readonly at: Place; readonly text: string; readonly comment: boolean }
  /** A statement on a line of its own below the one at a place. */
  | { readonly kind: 'line-below'; readonly at: Place; readonly text: string }
  /** A statement of its own line at the end of a block, `{` to `}`, with the indentation of the file. */
  | { readonly kind: 'line-last'; readonly block: Place; readonly text: string; readonly without?: Without }
  /** Makes a module of Python, or a name of one, known in a file; where it is, nothing changes. */
  | { readonly kind: 'import'; readonly file: string; readonly from: string; readonly name?: string }
  /** One more parameter in the literal of a schema: text, with what it is for. */
  | {
      readonly kind: 'schema-entry';
      readonly at: Place;
      readonly form: 'zod' | 'json-schema';
      readonly name: string;
      readonly about: string;
    }
  /**
   * One more parameter of a function. `model`: the model fills it, so that it must be given, in an object that is taken apart or, in Python, by
   * name; what it is for is said where parameters are the schema. In a parameter that is kept `whole`, only its type has one more. Otherwise
   * callers may leave it out.
   */
  | {
      readonly kind: 'parameter';
      readonly of: Place;
      readonly name: string;
      readonly model?: { readonly about?: string; readonly whole?: string };
    }
  /** One more argument of the call whose callee stands at a place, for the last parameter of a function that gets one more. */
  | { readonly kind: 'hand-on'; readonly callee: Place; readonly to: Place; readonly name: string; readonly value: string }
  /** Add a line to a file that may not exist yet. */
  | { readonly kind: 'append-line'; readonly file: string; readonly text: string };

/**
 * `auto`: metadata only, never laxer; part of fix-all. `exact`: changes behaviour as intended, one click.
 * `choice`: needs a decision; the edit is a starting point.
 */
export type FixGrade = 'auto' | 'exact' | 'choice';

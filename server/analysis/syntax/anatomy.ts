/** What a reader knows of a module beyond what it says: enough to carry most of it over an edit. */
import type { Span } from '../../../rules/kit/index.js';
import type { Binding, Mentioned, Module } from './ir.js';

/** A statement at the top level of the text. */
export interface Stretch {
  readonly span: Span;
  /** It adds nothing to the body: an import, a type, a list of exports. */
  readonly isQuiet: boolean;
  readonly mentions: Mentioned;
  readonly semicolons: Semicolons;
  /** Offsets in it, in pairs, between which signs of comments and quotes are none. */
  readonly verbatim: readonly number[];
}

/** Statements that could end with a semicolon: how many do, how many do not. */
export interface Semicolons {
  readonly with: number;
  readonly without: number;
}

export interface Anatomy {
  /** Every place in the module, each once. Comments and problems have places of their own. */
  readonly spans: Span[];
  /** All of the text, but comments. */
  stretches: readonly Stretch[];
  quotes: { readonly single: number; readonly double: number };
  semicolons: Semicolons;
  /** What is declared at the top level, imports and types included. */
  readonly names: readonly Binding[];
  /** Names that are mentioned before any statement is read: those of imports. */
  readonly imported: Mentioned;
  /** Its exports are properties of an object, which many statements may write to. */
  readonly isCommonJs: boolean;
}

/** Quotes of a text of which a part is another. */
export function balance(all: Anatomy['quotes'], gone: Anatomy['quotes'], come: Anatomy['quotes']): Anatomy['quotes'] {
  return { single: all.single - gone.single + come.single, double: all.double - gone.double + come.double };
}

const anatomies = new WeakMap<Module, Anatomy>();

export function keepAnatomy(module: Module, anatomy: Anatomy): void {
  anatomies.set(module, anatomy);
}

/** `undefined` for a module that could not be read. */
export function anatomyOf(module: Module): Anatomy | undefined {
  return anatomies.get(module);
}

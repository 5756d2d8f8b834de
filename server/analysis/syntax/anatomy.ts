/** What a reader knows of a module beyond what it says: enough to carry most of it over an edit. */
import type { Span } from '../../../rules/kit/index.js';
import type { Binding, Module } from './ir.js';

export interface Anatomy {
  /** Every place in the module, each once. Comments and problems have places of their own. */
  spans: readonly Span[];
  /** What is declared at the top level, imports and types included. */
  readonly names: readonly Binding[];
  /** Where statements stand that add nothing to the body: imports, types, lists of exports. */
  readonly quiet: readonly Span[];
  /** Its exports are properties of an object, which many statements may write to. */
  readonly isCommonJs: boolean;
}

const anatomies = new WeakMap<Module, Anatomy>();

export function keepAnatomy(module: Module, anatomy: Anatomy): void {
  anatomies.set(module, anatomy);
}

/** `undefined` for a module that could not be read. */
export function anatomyOf(module: Module): Anatomy | undefined {
  return anatomies.get(module);
}

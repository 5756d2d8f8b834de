/** Names of a module, and of the functions that others stand in: what reading one of their parts alone needs to know. */
import type { FunctionNode, Module } from '../ir.js';
import type { Scope } from './reader.js';

/** What is visible in all of a body, without what is around it. */
export type KeptNames = Pick<Scope, 'names' | 'paths' | 'self' | 'delicate'>;

const kept = new WeakMap<FunctionNode | Module, KeptNames>();

export function keepNames(owner: FunctionNode | Module, { names, paths, self, delicate }: Scope): void {
  kept.set(owner, { names, paths, self, delicate });
}

/** `undefined` for a function in which no other stands. */
export function namesIn(owner: FunctionNode | Module): KeptNames | undefined {
  return kept.get(owner);
}

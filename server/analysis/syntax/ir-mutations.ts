import type { CallExpression, Expression, FunctionNode, Module } from './ir.js';

interface Within {
  /** The function, or module, that the change stands in. */
  readonly within: FunctionNode | Module;
}

/** A call of a member of something, or a write to one. */
export type Change =
  | (Within & { readonly kind: 'call'; readonly method: string; readonly call: CallExpression })
  | (Within & { readonly kind: 'set'; readonly key: string | Expression; readonly value: Expression });

/** A change of what a name holds, or of what lies in that under these names: `x.push(…)`, `x.y.push(…)`, `x.y[k] = …`. */
export type Mutation = Change | (Within & { readonly kind: 'inner'; readonly path: readonly string[]; readonly change: Change });

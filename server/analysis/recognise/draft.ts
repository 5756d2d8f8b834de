import type { Framework, ToolForm, ToolShape } from '../../../rules/kit/index.js';
import type { CallExpression } from '../syntax/ir.js';
import type { Env } from '../trace/env.js';
import type { Value } from '../trace/value.js';

/** A call that a framework knows, with the values it was given. */
export type Draft = CallDraft | SetDraft | LooseDraft | DispatchDraft;

interface Found {
  readonly framework: Framework;
  readonly library: string;
  readonly call: CallExpression;
  readonly env: Env;
  readonly args: readonly Value[];
  /** The object, list or function that holds the definition: its name may state a tier. */
  readonly group?: string;
}

/** One call defines one tool. */
export interface CallDraft extends Found {
  readonly kind: 'call';
  readonly form: Omit<ToolForm, 'call'>;
}

/** A call takes a set of tools, named by key. */
export interface SetDraft extends Found {
  readonly kind: 'set';
  readonly set: NonNullable<Framework['sets']>[number];
}

/** A definition of its own, named by where it is kept. */
export interface LooseDraft extends Found {
  readonly kind: 'loose';
  readonly shape: ToolShape;
  readonly definition: Value;
  readonly name: string | undefined;
}

/** One half of a list handler and a call handler. */
export interface DispatchDraft extends Found {
  readonly kind: 'dispatch';
  readonly dispatch: NonNullable<Framework['dispatch']>[number];
  readonly role: 'list' | 'invoke';
  readonly receiver: string;
  readonly handler: Value;
}

import type { Effect, Evidence } from './model.js';

/** What a parameter becomes, or becomes a part of: a command line, a program, SQL text, code, an address, a path of the file system. */
export type ReachKind = 'shell' | 'program' | 'sql' | 'code' | 'url' | 'path';

/**
 * Text of a parameter that reaches what an effect runs, asks or touches. Numbers, values that a schema lists and what was quoted or made
 * into something else on the way are no such text.
 */
export interface Reach {
  readonly kind: ReachKind;
  /** Path from the input: `file`, `options.file`; `*` for items. Empty for the input itself. */
  readonly parameter: string;
  /** All of it, and not a part beside what the code says. */
  readonly whole: boolean;
  /** Signs of it were replaced on the way. */
  readonly rewritten?: true;
  /** What it was held against on the way: a list of what is allowed, a pattern, a root, a function that refuses, the schema. */
  readonly checkedBy?: Check;
  /** `url`: the request carries a credential that the model did not pass. */
  readonly credentials?: true;
  /** The schema tells that it is text. */
  readonly typed?: true;
}

export interface Check extends Evidence {
  /** It only looks at a part of the text, such as its beginning, which is easily passed. */
  readonly partly?: true;
}

/** The texts of one kind that reach an effect, those that nothing checked first. */
export function reachesOf(effect: Effect, ...kinds: readonly ReachKind[]): readonly Reach[] {
  const found = (effect.reaches ?? []).filter(({ kind }) => kinds.includes(kind));
  return [...found].sort((a, b) => Number(isChecked(a)) - Number(isChecked(b)));
}

/** Something stands between the model's text and the effect, be it a list or only the look at a part of it. */
export function isChecked({ checkedBy, rewritten }: Reach): boolean {
  return checkedBy !== undefined || rewritten === true;
}

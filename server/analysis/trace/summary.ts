/** What calling a function with certain arguments does. */
import { isStarting, type Chance, type Evidence, type Unresolved } from '../../../rules/kit/index.js';
import type { PassedCheck } from './checks.js';
import type { Deciding } from './modes.js';
import type { TracedEffect } from './traced.js';

/** What could not be told, and whether that was while the program got started: just now, before, or when it was first asked for. */
export interface TracedUnresolved extends Unresolved {
  readonly starting?: 'now' | 'before' | 'on demand';
}

/** Functions that hand out what they may have to make first. */
export const looksUp = /^_?(?:get|read|load|fetch|has|is|find|resolve|with|use)(?:$|[A-Z_])/;

/** Said of a call in a function that is named for starting. */
export function inStart(item: TracedUnresolved, label: string): TracedUnresolved {
  if (item.starting === 'now') return { ...item, starting: looksUp.test(label) ? 'on demand' : 'before' };
  return item.starting === undefined && isStarting(label) ? { ...item, starting: 'now' } : item;
}

export interface Summary {
  readonly effects: readonly TracedEffect[];
  readonly unresolved: readonly TracedUnresolved[];
  /** Asks a human somewhere inside. */
  readonly asks?: Evidence;
  /** Parameters of the tool that decide inside what is done. */
  readonly decisions: Deciding;
  /** What makes it throw, and decides about nothing inside. */
  readonly guards?: Deciding;
  /** Names that are assigned to members of objects. */
  readonly assigned: ReadonlySet<string>;
  /** Clock and chance that are asked outside of steps of a workflow. */
  readonly chances?: readonly Chance[];
  /** What text of the model was held against, before the function came back. */
  readonly checks?: readonly PassedCheck[];
}

export const nothing: Summary = { effects: [], unresolved: [], decisions: new Map(), assigned: new Set() };

/** What a walk collects: the tools that code declares, and what it hands over to others. */
import type { FunctionNode } from '../syntax/ir.js';
import type { Put } from '../trace/cells.js';
import type { Draft } from './draft.js';

/** What one function, or module, registers. */
export interface Registrations {
  readonly drafts: readonly Draft[];
  /** Functions that were entered on the way. */
  readonly entered: ReadonlySet<FunctionNode>;
  /** What is put where others may find it. */
  readonly puts: readonly Put[];
}

/** The registrations of a module, and how many expressions were looked at. */
export interface Walked extends Registrations {
  readonly steps: number;
}

export interface Collector {
  readonly drafts: Draft[];
  /** Those of them that functions which were entered have declared. */
  readonly seen: Set<Draft>;
  readonly entered: Set<FunctionNode>;
  readonly puts: Put[];
}

export const maxDrafts = 5_000;
export const maxPuts = 5_000;

export function collector(): Collector {
  return { drafts: [], seen: new Set(), entered: new Set(), puts: [] };
}

/** Takes what a function registers that was entered. */
export function add(found: Registrations, into: Collector): void {
  for (const draft of found.drafts) {
    // The same function is reached in many ways.
    if (into.seen.has(draft) || into.drafts.length >= maxDrafts) continue;
    into.seen.add(draft);
    into.drafts.push(draft);
  }
  for (const put of found.puts) if (into.puts.length < maxPuts) into.puts.push(put);
  for (const fn of found.entered) into.entered.add(fn);
}

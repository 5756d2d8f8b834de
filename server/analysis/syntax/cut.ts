/** Which sections of a module an edit has changed. */
import type { Span } from '../../../rules/kit/index.js';
import type { Module } from './ir.js';
import { endOf, sectionsOf, startOf, type Section } from './sections.js';

/** Where two texts differ: offsets in the one before, and how much longer the new one is. */
export interface Difference {
  readonly start: number;
  readonly end: number;
  readonly delta: number;
}

/** What changed: a run of sections in the module before, and what stands there now. */
export interface Cut {
  readonly kept: readonly Section[];
  readonly gone: readonly Section[];
  readonly come: readonly Section[];
  readonly behind: readonly Section[];
  /** From the first to the last section that is gone, or has come. */
  readonly old: Span;
  readonly fresh: Span;
  readonly difference: Difference;
}

export function differenceOf(before: string, now: string): Difference {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === now.charCodeAt(start)) start++;
  let back = 0;
  while (back < shorter - start && before.charCodeAt(before.length - 1 - back) === now.charCodeAt(now.length - 1 - back)) back++;
  return { start, end: before.length - back, delta: now.length - before.length };
}

/** The least run of sections around a difference, when all others stand where they stood or further down. */
export function cutOf(old: Module, fresh: Module, difference: Difference): Cut | undefined {
  const [sections, others] = [sectionsOf(old), sectionsOf(fresh)];
  const { start, end, delta } = difference;
  let from = 0;
  // What touches the difference can be read in another way, even where it stays as it is.
  while (from < sections.length && from < others.length && endOf(sections[from]!) < start && isSame(sections[from]!, others[from]!, 0))
    from++;
  let to = sections.length;
  let toNow = others.length;
  while (to > from && toNow > from && startOf(sections[to - 1]!) >= end && isSame(sections[to - 1]!, others[toNow - 1]!, delta)) {
    to--;
    toNow--;
  }
  // What stands before a section belongs to it, and something must be there whose change can be seen.
  if (to < sections.length && (to === from || end > endOf(sections[to - 1]!))) {
    to++;
    toNow++;
  }
  if (to === from) from--;
  if (from < 0) return undefined;
  const gone = sections.slice(from, to);
  const come = others.slice(from, toNow);
  const kept = sections.slice(0, from);
  const edge = edgeOf({ kept });
  return {
    kept,
    gone,
    come,
    behind: sections.slice(to),
    old: { start: startOf(gone[0]!), end: endOf(gone.at(-1)!) },
    fresh: come.length === 0 ? { start: edge, end: edge } : { start: startOf(come[0]!), end: endOf(come.at(-1)!) },
    difference,
  };
}

/** Where what stands before the sections that changed ends. */
export function edgeOf({ kept }: Pick<Cut, 'kept'>): number {
  const last = kept.at(-1);
  return last === undefined ? 0 : endOf(last);
}

function isSame(a: Section, b: Section, moved: number): boolean {
  return (
    startOf(b) === startOf(a) + moved &&
    endOf(b) === endOf(a) + moved &&
    a.statements.length === b.statements.length &&
    a.statements.every((statement, i) => statement.kind === b.statements[i]!.kind)
  );
}

export function isOld({ old }: Cut, span: Span): boolean {
  return span.start >= old.start && span.end <= old.end;
}

export function isFresh({ fresh, come }: Cut, span: Span): boolean {
  return come.length > 0 && span.start >= fresh.start && span.end <= fresh.end;
}

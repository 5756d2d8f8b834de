/** Puts newly read sections into a module that stays the same object. */
import type { Span } from '../../../rules/kit/index.js';
import type { Anatomy, Stretch } from './anatomy.js';
import { edgeOf, isFresh, isOld, type Cut } from './cut.js';
import type { Binding, Comment, Export, Module, Mutation, Write } from './ir.js';
import { endOf, setSections, startOf, type Section } from './sections.js';

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What was read, as far as it is used. */
export interface Scion extends Pick<Anatomy, 'stretches' | 'quotes' | 'semicolons'> {
  readonly spans: readonly Span[];
  /** What its nodes say they belong to. */
  readonly module: Module;
  /** The new names, each with the one that it becomes. */
  readonly names: ReadonlyMap<Binding, Binding>;
  /** In terms of the old names. */
  readonly exports: readonly Export[];
  /** Those of them that are new. */
  readonly newExports: readonly Export[];
  readonly comments: Comments;
  readonly mentions: Module['mentions'];
  readonly problems: Module['problems'];
  readonly style: Module['style'];
}

export interface Comments {
  readonly before: readonly Comment[];
  readonly changed: readonly Comment[];
  readonly behind: readonly Comment[];
}

/**
 * Replaces the sections of the cut. The old places there become negative, those behind move.
 *
 * @param matters whether a call of a member changes what the name stands for
 * @returns the sections that are gone or mean something else; `undefined` when nothing could be done
 */
export function transplant(
  old: Module,
  anatomy: Anatomy,
  scion: Scion,
  cut: Cut,
  matters: (mutation: Mutation) => boolean,
): readonly Section[] | undefined {
  const changed = changedNames(scion.names, cut, matters);
  if (changed === undefined || isBlurred(anatomy.spans, scion.spans, cut)) return undefined;
  rewire(rootsOf(scion, cut), new Map<object, object>([[scion.module, old], ...scion.names]));
  joinNames(scion.names, cut);
  anatomy.stretches = joinedStretches(anatomy.stretches, scion.stretches, cut);
  moveSpans(anatomy.spans, scion.spans, cut);
  anatomy.quotes = scion.quotes;
  anatomy.semicolons = scion.semicolons;
  takeOver(old, scion, cut);
  return changed;
}

/** Something empty stands where two sections meet, as where a parser misses an expression: nobody can tell which of them it belongs to. */
function isBlurred(spans: readonly Span[], fresh: readonly Span[], { kept, behind, old, fresh: now }: Cut): boolean {
  // What is missing in front of a statement stands where the one before it ends, however far that is.
  const edge = edgeOf({ kept });
  const meets = (at: number, place: Span): boolean =>
    (at >= edge && at < place.start) || (kept.length > 0 && at === edge && at === place.start) || (behind.length > 0 && at === place.end);
  const blurs = (list: readonly Span[], place: Span): boolean => list.some(({ start, end }) => start === end && meets(start, place));
  return blurs(spans, old) || blurs(fresh, now);
}

/** The sections themselves, and those whose names they write to or did write to; `undefined` when these are imports. */
function changedNames(
  names: ReadonlyMap<Binding, Binding>,
  cut: Cut,
  matters: (mutation: Mutation) => boolean,
): readonly Section[] | undefined {
  const changed = new Set(cut.gone);
  const all = [...cut.kept, ...cut.gone, ...cut.behind];
  for (const [other, name] of names) {
    const touched =
      name.writes.some((write) => isOld(cut, write.span)) ||
      other.writes.some((write) => isFresh(cut, write.span)) ||
      name.mutations.some((mutation) => matters(mutation) && isOld(cut, spanOf(mutation))) ||
      other.mutations.some((mutation) => matters(mutation) && isFresh(cut, spanOf(mutation)));
    if (!touched) continue;
    const owner = sectionOf(all, name);
    if (owner === undefined) return undefined;
    changed.add(owner);
  }
  return [...changed];
}

/** The section in which a name is declared. */
export function sectionOf(all: readonly Section[], { span }: Binding): Section | undefined {
  return all.find((one) => span.start >= startOf(one) && span.end <= endOf(one));
}

/** Where something is done to a name. */
export function spanOf(mutation: Mutation): Span {
  const change = mutation.kind === 'inner' ? mutation.change : mutation;
  return change.kind === 'call' ? change.call.span : change.value.span;
}

/** What of the new nodes is used. */
function rootsOf({ names, newExports }: Scion, cut: Cut): readonly unknown[] {
  const roots: unknown[] = [...cut.come.flatMap(({ statements }) => statements), ...newExports];
  for (const name of names.keys()) {
    if (isFresh(cut, name.span)) roots.push(name.source, name.type);
    roots.push(...name.writes.filter((write) => isFresh(cut, write.span)));
    roots.push(...name.mutations.filter((mutation) => isFresh(cut, spanOf(mutation))));
  }
  return roots;
}

/** Points everything that the roots hold at what takes the place of something else. */
export function rewire(roots: readonly unknown[], instead: ReadonlyMap<object, object>): void {
  // What takes a place is right already, and leads through all of the module.
  const seen = new Set<object>(instead.values());
  const open = roots.filter((root): root is Record<string, unknown> => typeof root === 'object' && root !== null);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    for (const key in at) {
      const value = at[key];
      // Nothing stands in places, and they are half of all objects.
      if (typeof value !== 'object' || value === null || key.endsWith('pan')) continue;
      const other = instead.get(value);
      if (other !== undefined) at[key] = other;
      else open.push(value as Record<string, unknown>);
    }
  }
}

/** Names stay the same; what they get and what is done to them comes from both modules. */
function joinNames(names: ReadonlyMap<Binding, Binding>, cut: Cut): void {
  for (const [fresh, old] of names) {
    const name = old as Mutable<Binding>;
    if (isOld(cut, name.span)) {
      name.span = fresh.span;
      name.source = fresh.source;
      name.type = fresh.type;
    }
    joinUses(name, fresh, { start: cut.old.start, isGone: (span) => isOld(cut, span), isNew: (span) => isFresh(cut, span) });
  }
}

/** Where the text is another: what is gone, and what is new. */
export interface Changed {
  readonly start: number;
  readonly isGone: (span: Span) => boolean;
  readonly isNew: (span: Span) => boolean;
}

/** Gives a name what it gets, and what is done to it, in the text that is new; the rest of both stays. */
export function joinUses(name: Mutable<Binding>, fresh: Binding, changed: Changed): void {
  name.writes = joined<Write>(name.writes, fresh.writes, changed, (write) => write.span);
  name.mutations = joined<Mutation>(name.mutations, fresh.mutations, changed, spanOf);
}

function joined<T>(old: T[], fresh: readonly T[], { start, isGone, isNew }: Changed, where: (item: T) => Span): T[] {
  const added = fresh.filter((item) => isNew(where(item)));
  const kept = old.filter((item) => !isGone(where(item)));
  if (added.length === 0 && kept.length === old.length) return old;
  const before = kept.filter((item) => where(item).start < start);
  return [...before, ...added, ...kept.slice(before.length)];
}

/** In the list itself: it is long, and there is one change for each key. */
function moveSpans(spans: Span[], fresh: readonly Span[], cut: Cut): void {
  const { delta, end: changed } = cut.difference;
  const edge = edgeOf(cut);
  let kept = 0;
  for (let i = 0; i < spans.length; i++) {
    const span = spans[i]!;
    if (isOld(cut, span) && span.start < cut.old.end) {
      move(span, -1 - span.start, -1 - span.end);
      continue;
    }
    if (delta !== 0 && span.start >= changed && span.end > edge) move(span, delta, delta);
    spans[kept++] = span;
  }
  spans.length = kept;
  for (const span of fresh) if (isFresh(cut, span)) spans.push(span);
}

export function move(span: Mutable<Span>, start: number, end: number): void {
  span.start += start;
  span.end += end;
}

function joinedStretches(old: readonly Stretch[], fresh: readonly Stretch[], cut: Cut): readonly Stretch[] {
  const before = old.filter(({ span }) => span.end <= cut.old.start);
  const behind = old.filter(({ span }) => span.start >= cut.old.end);
  const come = fresh.filter(({ span }) => span.end > cut.fresh.start && span.start < cut.fresh.end);
  return [...before, ...come, ...behind];
}

function takeOver(old: Mutable<Module>, scion: Scion, { kept, come, behind: below, difference: { delta } }: Cut): void {
  const { before, changed, behind } = scion.comments;
  const sections = [...kept, ...come, ...below];
  setSections(old, sections);
  old.body = sections.flatMap(({ statements }) => statements);
  old.exports = scion.exports;
  if (delta !== 0) for (const { span } of behind) move(span, delta, delta);
  old.comments = [...before, ...changed, ...behind];
  old.problems = scion.problems;
  old.mentions = scion.mentions;
  old.style = scion.style;
}

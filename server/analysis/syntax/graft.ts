/**
 * Carries a module over an edit. Almost every edit changes one statement; what stands before it and behind it then stays the
 * same objects, only further down. Whoever remembers something by them, or has places in them, need not do it again.
 */
import type { Span } from '../../../rules/kit/index.js';
import { anatomyOf, type Anatomy } from './anatomy.js';
import type { Binding, Comment, Export, Module, Mutation, Write } from './ir.js';
import { endOf, sectionsOf, setSections, startOf, type Section } from './sections.js';

/** A module as it was read, and the text that it was read from. */
export interface Reading {
  readonly module: Module;
  readonly text: string;
}

/** Where two texts differ: offsets in the one before, and how much longer the new one is. */
interface Difference {
  readonly start: number;
  readonly end: number;
  readonly delta: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Turns the module that was read before into the one that was read now, by taking over the sections that changed; every other
 * place moves. The module before is changed, the module now is used up. Places that are gone become negative.
 *
 * @param matters whether a call of a member changes what the name stands for
 * @returns the sections that are gone or mean something else; `undefined` when more has changed, and nothing was done
 */
export function graft(before: Reading, now: Reading, matters: (mutation: Mutation) => boolean): readonly Section[] | undefined {
  const [old, fresh] = [before.module, now.module];
  const anatomy = anatomyOf(old);
  const other = anatomyOf(fresh);
  if (anatomy === undefined || other === undefined || anatomy.isCommonJs || other.isCommonJs) return undefined;
  const cut = cutOf(old, fresh, differenceOf(before.text, now.text));
  if (cut === undefined || !sameRequests(old, fresh) || !sameQuiet(anatomy, other, cut) || !sameNames(anatomy, other, cut))
    return undefined;
  const names = new Map(other.names.map((name, i) => [name, anatomy.names[i]!]));
  const exports = exportsOf(old, fresh, names, cut);
  const changed = changedNames(anatomy, other, cut, matters);
  const comments = commentsOf(old, fresh, cut);
  if (exports === undefined || changed === undefined || comments === undefined) return undefined;

  rewire(rootsOf(other, exports, cut), new Map<object, object>([[fresh, old], ...names]));
  joinNames(names, cut);
  anatomy.spans = movedSpans(anatomy.spans, other.spans, cut);
  takeOver(old, fresh, exports, comments, cut);
  return changed;
}

/** What changed: a run of sections in the module before, and what stands there now. */
interface Cut {
  readonly kept: readonly Section[];
  readonly gone: readonly Section[];
  readonly come: readonly Section[];
  readonly behind: readonly Section[];
  /** From the first to the last section that is gone, or has come. */
  readonly old: Span;
  readonly fresh: Span;
  readonly difference: Difference;
}

function differenceOf(before: string, now: string): Difference {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === now.charCodeAt(start)) start++;
  let back = 0;
  while (back < shorter - start && before.charCodeAt(before.length - 1 - back) === now.charCodeAt(now.length - 1 - back)) back++;
  return { start, end: before.length - back, delta: now.length - before.length };
}

// ------------------------------------------------------------------------------------------------- what changed?

/** The least run of sections around a difference, when all others stand where they stood or further down. */
function cutOf(old: Module, fresh: Module, difference: Difference): Cut | undefined {
  const [sections, others] = [sectionsOf(old), sectionsOf(fresh)];
  const { start, end, delta } = difference;
  let from = 0;
  while (from < sections.length && from < others.length && endOf(sections[from]!) <= start && isSame(sections[from]!, others[from]!, 0))
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
function edgeOf({ kept }: Pick<Cut, 'kept'>): number {
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

/** Imports, types and lists of exports are in no section: none of them may be touched. */
function sameQuiet({ quiet }: Anatomy, fresh: Anatomy, { old, difference: { start, end, delta } }: Cut): boolean {
  if (quiet.length !== fresh.quiet.length) return false;
  return quiet.every((span, i) => {
    const other = fresh.quiet[i]!;
    const moved = span.start >= end ? delta : 0;
    const apart = (span.start >= end && span.start > start) || span.end < start || (span.end === start && end > start);
    return (
      apart && other.start === span.start + moved && other.end === span.end + moved && (span.end <= old.start || span.start >= old.end)
    );
  });
}

function sameRequests(old: Module, fresh: Module): boolean {
  return old.requests.length === fresh.requests.length && old.requests.every((request, i) => request === fresh.requests[i]);
}

/** Is the same declared, in the same sections? */
function sameNames(old: Anatomy, fresh: Anatomy, cut: Cut): boolean {
  if (old.names.length !== fresh.names.length) return false;
  return old.names.every((name, i) => {
    const other = fresh.names[i]!;
    if (name.name !== other.name || name.kind !== other.kind) return false;
    const inside = isOld(cut, name.span);
    if (inside !== isFresh(cut, other.span) || sourceIsInside(name, cut, isOld) !== sourceIsInside(other, cut, isFresh)) return false;
    // A variable that is declared here and gets its first value there.
    return sourceIsInside(name, cut, isOld) === undefined || sourceIsInside(name, cut, isOld) === inside;
  });
}

function sourceIsInside({ source }: Binding, cut: Cut, inside: typeof isOld): boolean | undefined {
  switch (source?.kind) {
    case 'value':
      return inside(cut, source.value.span);
    case 'function':
      return inside(cut, source.fn.span);
    case 'class':
      return inside(cut, source.cls.span);
    default:
      return undefined;
  }
}

function isOld({ old }: Cut, span: Span): boolean {
  return span.start >= old.start && span.end <= old.end;
}

function isFresh({ fresh, come }: Cut, span: Span): boolean {
  return come.length > 0 && span.start >= fresh.start && span.end <= fresh.end;
}

/** The exports of the new module in terms of the old one; `undefined` when others are exported than before. */
function exportsOf(old: Module, fresh: Module, names: ReadonlyMap<Binding, Binding>, cut: Cut): readonly Export[] | undefined {
  if (old.exports.length !== fresh.exports.length) return undefined;
  const result: Export[] = [];
  for (const [i, item] of old.exports.entries()) {
    const other = fresh.exports[i]!;
    if (item.name !== other.name || isOld(cut, item.span) !== isFresh(cut, other.span)) return undefined;
    if ('binding' in item) {
      if (!('binding' in other) || names.get(other.binding) !== item.binding) return undefined;
      result.push(isOld(cut, item.span) ? { ...other, binding: item.binding } : item);
    } else if ('value' in item) {
      if (!('value' in other) || isOld(cut, item.value.span) !== isFresh(cut, other.value.span)) return undefined;
      result.push(isOld(cut, item.value.span) ? other : item);
    } else {
      if (!('from' in other) || item.from !== other.from || item.imported !== other.imported) return undefined;
      result.push(isOld(cut, item.span) ? other : item);
    }
  }
  return result;
}

interface Comments {
  readonly before: readonly Comment[];
  readonly changed: readonly Comment[];
  readonly behind: readonly Comment[];
}

/** Comments before the section and behind it stay, too; `undefined` when they are not the same. */
function commentsOf(old: Module, fresh: Module, { kept, old: place, fresh: newPlace, difference }: Cut): Comments | undefined {
  const { delta } = difference;
  const start = edgeOf({ kept });
  const end = Math.max(place.end, difference.end);
  const newEnd = Math.max(newPlace.end, difference.end + delta);
  const before = old.comments.filter(({ span }) => span.end <= start);
  const behind = old.comments.filter(({ span }) => span.start >= end);
  const moved = fresh.comments.filter(({ span }) => span.start >= newEnd);
  const same = moved.length === behind.length && behind.every(({ span }, i) => span.start + delta === moved[i]!.span.start);
  return same ? { before, changed: fresh.comments.slice(before.length, fresh.comments.length - behind.length), behind } : undefined;
}

/** The sections themselves, and those whose names they write to or did write to; `undefined` when these are imports. */
function changedNames(old: Anatomy, fresh: Anatomy, cut: Cut, matters: (mutation: Mutation) => boolean): readonly Section[] | undefined {
  const changed = new Set(cut.gone);
  const all = [...cut.kept, ...cut.gone, ...cut.behind];
  for (const [i, name] of old.names.entries()) {
    const other = fresh.names[i]!;
    const touched =
      name.writes.some((write) => isOld(cut, write.span)) ||
      other.writes.some((write) => isFresh(cut, write.span)) ||
      name.mutations.some((mutation) => matters(mutation) && isOld(cut, spanOf(mutation))) ||
      other.mutations.some((mutation) => matters(mutation) && isFresh(cut, spanOf(mutation)));
    if (!touched) continue;
    const owner = all.find((one) => name.span.start >= startOf(one) && name.span.end <= endOf(one));
    if (owner === undefined) return undefined;
    changed.add(owner);
  }
  return [...changed];
}

/** Where something is done to a name. */
export function spanOf(mutation: Mutation): Span {
  return mutation.kind === 'call' ? mutation.call.span : mutation.value.span;
}

// --------------------------------------------------------------------------------------------------- taking over

/** What of the new module is used. */
function rootsOf(fresh: Anatomy, exports: readonly Export[], cut: Cut): readonly unknown[] {
  const roots: unknown[] = cut.come.flatMap(({ statements }) => statements);
  for (const item of exports) if ('value' in item && isFresh(cut, item.span)) roots.push(item);
  for (const name of fresh.names) {
    if (isFresh(cut, name.span)) roots.push(name.source, name.type);
    roots.push(...name.writes.filter((write) => isFresh(cut, write.span)));
    roots.push(...name.mutations.filter((mutation) => isFresh(cut, spanOf(mutation))));
  }
  return roots;
}

/** Points everything that the roots hold at what takes the place of something else. */
function rewire(roots: readonly unknown[], instead: ReadonlyMap<object, object>): void {
  const seen = new Set<object>();
  const open = roots.filter((root): root is Record<string, unknown> => typeof root === 'object' && root !== null);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    for (const key in at) {
      const value = at[key];
      if (typeof value !== 'object' || value === null) continue;
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
    name.writes = joined<Write>(name.writes, fresh.writes, cut, (write) => write.span);
    name.mutations = joined<Mutation>(name.mutations, fresh.mutations, cut, spanOf);
  }
}

function joined<T>(old: T[], fresh: T[], cut: Cut, where: (item: T) => Span): T[] {
  const added = fresh.filter((item) => isFresh(cut, where(item)));
  const kept = old.filter((item) => !isOld(cut, where(item)));
  if (added.length === 0 && kept.length === old.length) return old;
  const before = kept.filter((item) => where(item).start < cut.old.start);
  return [...before, ...added, ...kept.slice(before.length)];
}

function movedSpans(old: readonly Span[], fresh: readonly Span[], cut: Cut): readonly Span[] {
  const { delta, end: changed } = cut.difference;
  const edge = edgeOf(cut);
  const kept: Span[] = [];
  const gone: Span[] = [];
  const behind: Span[] = [];
  for (const span of old) {
    if (isOld(cut, span) && span.start < cut.old.end) gone.push(span);
    else if (span.start >= changed && span.end > edge) behind.push(span);
    else kept.push(span);
  }
  for (const span of gone) move(span, -1 - span.start, -1 - span.end);
  if (delta !== 0) for (const span of behind) move(span, delta, delta);
  for (const span of behind) kept.push(span);
  for (const span of fresh) if (isFresh(cut, span)) kept.push(span);
  return kept;
}

function move(span: Mutable<Span>, start: number, end: number): void {
  span.start += start;
  span.end += end;
}

function takeOver(
  old: Mutable<Module>,
  fresh: Module,
  exports: readonly Export[],
  { before, changed, behind }: Comments,
  { kept, come, behind: below, difference: { delta } }: Cut,
): void {
  const sections = [...kept, ...come, ...below];
  setSections(old, sections);
  old.body = sections.flatMap(({ statements }) => statements);
  old.exports = exports;
  if (delta !== 0) for (const { span } of behind) move(span, delta, delta);
  old.comments = [...before, ...changed, ...behind];
  old.problems = fresh.problems;
  old.mentions = fresh.mentions;
  old.style = fresh.style;
}

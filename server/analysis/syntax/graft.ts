/**
 * Carries a module over an edit. Almost every edit changes one statement; what stands before it and behind it then stays the
 * same objects, only further down. Whoever remembers something by them, or has places in them, need not do it again.
 */
import type { Span } from '../../../rules/kit/index.js';
import { anatomyOf, type Anatomy } from './anatomy.js';
import type { Binding, Comment, Export, Module, Mutation, Write } from './ir.js';
import { endOf, sectionsOf, startOf, type Section } from './sections.js';

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
 * Turns the module that was read before into the one that was read now, by taking over one section; every other place moves.
 * The module before is changed, the module now is used up. Places that are gone become `-1`.
 *
 * @param matters whether a call of a member changes what the name stands for
 * @returns the sections that now mean something else; `undefined` when more has changed, and nothing was done
 */
export function graft(before: Reading, now: Reading, matters: (mutation: Mutation) => boolean): readonly Section[] | undefined {
  const [old, fresh] = [before.module, now.module];
  const anatomy = anatomyOf(old);
  const other = anatomyOf(fresh);
  if (anatomy === undefined || other === undefined || anatomy.isCommonJs || other.isCommonJs) return undefined;
  const difference = differenceOf(before.text, now.text);
  const [sections, others] = [sectionsOf(old), sectionsOf(fresh)];
  const index = changedSection(before, now, sections, others, difference);
  if (index === undefined || !sameRequests(old, fresh)) return undefined;
  const cut: Cut = { index, sections, others, difference };
  if (!sameNames(anatomy, other, cut)) return undefined;
  const names = new Map(other.names.map((name, i) => [name, anatomy.names[i]!]));
  const exports = exportsOf(old, fresh, names, cut);
  if (exports === undefined) return undefined;
  const changed = changedNames(anatomy, other, cut, matters);
  const comments = commentsOf(old, fresh, cut);
  if (changed === undefined || comments === undefined) return undefined;

  rewire(rootsOf(other, exports, cut), new Map<object, object>([[fresh, old], ...names]));
  joinNames(names, cut);
  anatomy.spans = movedSpans(anatomy.spans, other.spans, cut);
  takeOver(old, fresh, exports, comments, cut);
  return changed;
}

interface Cut {
  /** Of the section that changed; the number of sections when only what stands behind the last has changed. */
  readonly index: number;
  readonly sections: readonly Section[];
  readonly others: readonly Section[];
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

// ---------------------------------------------------------------------------------------------- is it only one?

/** The only section in which the texts differ, when all others stand where they stood or further down. */
function changedSection(
  before: Reading,
  now: Reading,
  sections: readonly Section[],
  others: readonly Section[],
  { start, end, delta }: Difference,
): number | undefined {
  if (sections.length !== others.length) return undefined;
  const fits = (index: number): boolean => {
    const from = index === 0 ? 0 : endOf(sections[index - 1]!);
    if (start < from) return false;
    for (const [i, section] of sections.entries()) {
      const other = others[i]!;
      const moved = i < index ? 0 : delta;
      if (endOf(other) !== endOf(section) + moved || section.statements.length === 0) return false;
      if (i !== index && (startOf(other) !== startOf(section) + moved || !sameKinds(section, other))) return false;
    }
    const old = sections[index];
    const fresh = others[index];
    if (old !== undefined && fresh !== undefined && start >= startOf(old) && startOf(old) === startOf(fresh)) return true;
    // What stands between statements is more than comments: imports, types, exports.
    return (
      isTrivia(before, from, old === undefined ? before.text.length : startOf(old)) &&
      isTrivia(now, from, fresh === undefined ? now.text.length : startOf(fresh))
    );
  };
  let index = sections.findIndex((section) => endOf(section) >= end);
  if (index < 0) index = sections.length;
  // Right behind a statement, it belongs to that one or to the next.
  return fits(index) ? index : index < sections.length && fits(index + 1) ? index + 1 : undefined;
}

function sameKinds(a: Section, b: Section): boolean {
  return a.statements.length === b.statements.length && a.statements.every((statement, i) => statement.kind === b.statements[i]!.kind);
}

function isTrivia({ module, text }: Reading, from: number, to: number): boolean {
  let at = from;
  for (const { span } of module.comments) {
    if (span.end <= at) continue;
    if (span.start >= to) break;
    if (text.slice(at, span.start).trim() !== '') return false;
    at = span.end;
  }
  return text.slice(at, Math.max(at, to)).trim() === '';
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

function isOld({ index, sections }: Cut, span: Span): boolean {
  const section = sections[index];
  return section !== undefined && span.start >= startOf(section) && span.end <= endOf(section);
}

function isFresh({ index, others }: Cut, span: Span): boolean {
  const section = others[index];
  return section !== undefined && span.start >= startOf(section) && span.end <= endOf(section);
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
function commentsOf(old: Module, fresh: Module, { index, sections, others, difference: { delta } }: Cut): Comments | undefined {
  const start = index === 0 ? 0 : endOf(sections[index - 1]!);
  const [end, newEnd] = [sections[index], others[index]].map((section) => (section === undefined ? Infinity : endOf(section))) as [number, number];
  const before = old.comments.filter(({ span }) => span.end <= start);
  const behind = old.comments.filter(({ span }) => span.start >= end);
  const moved = fresh.comments.filter(({ span }) => span.start >= newEnd);
  const same = moved.length === behind.length && behind.every(({ span }, i) => span.start + delta === moved[i]!.span.start);
  return same ? { before, changed: fresh.comments.slice(before.length, fresh.comments.length - behind.length), behind } : undefined;
}

/** The section itself, and those whose names it writes to or did write to; `undefined` when these are imports. */
function changedNames(old: Anatomy, fresh: Anatomy, cut: Cut, matters: (mutation: Mutation) => boolean): readonly Section[] | undefined {
  const section = cut.sections[cut.index];
  const changed = new Set<Section>(section === undefined ? [] : [section]);
  for (const [i, name] of old.names.entries()) {
    const other = fresh.names[i]!;
    const touched =
      name.writes.some((write) => isOld(cut, write.span)) ||
      other.writes.some((write) => isFresh(cut, write.span)) ||
      name.mutations.some((mutation) => matters(mutation) && isOld(cut, spanOf(mutation))) ||
      other.mutations.some((mutation) => matters(mutation) && isFresh(cut, spanOf(mutation)));
    if (!touched) continue;
    const owner = cut.sections.find((one) => name.span.start >= startOf(one) && name.span.end <= endOf(one));
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
  const roots: unknown[] = [...(cut.others[cut.index]?.statements ?? [])];
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
  const section = cut.sections[cut.index]!;
  const before = kept.filter((item) => where(item).start < startOf(section));
  return [...before, ...added, ...kept.slice(before.length)];
}

function movedSpans(old: readonly Span[], fresh: readonly Span[], cut: Cut): readonly Span[] {
  const section = cut.sections[cut.index];
  if (section === undefined) return old;
  const [start, end] = [startOf(section), endOf(section)];
  const other = cut.others[cut.index]!;
  const [newStart, newEnd] = [startOf(other), endOf(other)];
  const { delta } = cut.difference;
  const kept: Span[] = [];
  const gone: Span[] = [];
  const behind: Span[] = [];
  for (const span of old) {
    if (span.start >= start && span.end <= end && !(span.start === end && span.end > span.start)) gone.push(span);
    else if (span.start >= end) behind.push(span);
    else kept.push(span);
  }
  for (const span of gone) move(span, -1 - span.start, -1 - span.end);
  if (delta !== 0) for (const span of behind) move(span, delta, delta);
  for (const span of behind) kept.push(span);
  for (const span of fresh) if (span.start >= newStart && span.end <= newEnd) kept.push(span);
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
  { index, sections, others, difference: { delta } }: Cut,
): void {
  const section = sections[index];
  if (section !== undefined) section.statements = others[index]!.statements;
  old.body = sections.flatMap(({ statements }) => statements);
  old.exports = exports;
  if (delta !== 0) for (const { span } of behind) move(span, delta, delta);
  old.comments = [...before, ...changed, ...behind];
  old.problems = fresh.problems;
  old.mentions = fresh.mentions;
  old.style = fresh.style;
}

/**
 * Carries a module over an edit. Almost every edit changes one statement; what stands before it and behind it then stays the
 * same objects, only further down. Whoever remembers something by them, or has places in them, need not do it again.
 */
import { anatomyOf, type Anatomy } from './anatomy.js';
import { cutOf, differenceOf, edgeOf, isFresh, isOld, type Cut } from './cut.js';
import type { Binding, Export, Module, Mutation } from './ir.js';
import type { Piece } from './inner.js';
import { graftInner } from './inner-graft.js';
import { Pairs } from './pairs.js';
import { endOf, sectionsOf, startOf, type Section } from './sections.js';
import { transplant, type Comments } from './transplant.js';

/** A module as it was read, and the text that it was read from. */
export interface Reading {
  readonly module: Module;
  readonly text: string;
}

/**
 * Turns the module that was read before into the one that was read now, by taking over the sections that changed; every other
 * place moves. The module before is changed, the module now is used up. Places that are gone become negative.
 *
 * @param matters whether a call of a member changes what the name stands for
 * @returns the sections that are gone or mean something else; `undefined` when more has changed, and nothing was done
 */
export function graft(before: Reading, now: Reading, matters: (mutation: Mutation) => boolean): readonly Piece[] | undefined {
  const [old, fresh] = [before.module, now.module];
  const anatomy = anatomyOf(old);
  const other = anatomyOf(fresh);
  if (anatomy === undefined || other === undefined || anatomy.isCommonJs || other.isCommonJs) return undefined;
  const cut = cutOf(old, fresh, differenceOf(before.text, now.text));
  if (cut === undefined || !sameRequests(old, fresh) || !sameQuiet(anatomy, other, cut) || !sameNames(anatomy, other, cut))
    return undefined;
  const names = new Map(other.names.map((name, i) => [name, anatomy.names[i]!]));
  const exports = exportsOf(old, fresh, names, cut);
  const comments = commentsOf(old, fresh, cut);
  if (exports === undefined || comments === undefined) return undefined;
  if (!sameTroubled(old, fresh, cut, names)) return undefined;
  const { mentions, problems, style } = fresh;
  const known = new Set(old.exports);
  const newExports = exports.filter((item) => !known.has(item));
  const scion = { ...other, module: fresh, names, exports, newExports, comments, mentions, problems, style };
  return graftInner(old, anatomy, scion, cut, matters) ?? transplant(old, anatomy, scion, cut, matters);
}

/** Imports, types and lists of exports are in no section: none of them may be touched. */
function sameQuiet(before: Anatomy, fresh: Anatomy, { old, difference: { start, end, delta } }: Cut): boolean {
  const quiet = before.stretches.filter(({ isQuiet }) => isQuiet);
  const others = fresh.stretches.filter(({ isQuiet }) => isQuiet);
  if (quiet.length !== others.length) return false;
  return quiet.every(({ span }, i) => {
    const other = others[i]!.span;
    const moved = span.start >= end ? delta : 0;
    const apart = (span.start >= end && span.start > start) || span.end < start || (span.end === start && end > start);
    return (
      apart && other.start === span.start + moved && other.end === span.end + moved && (span.end <= old.start || span.start >= old.end)
    );
  });
}

/** What stands where a text does not follow the grammar depends on what is around: it may be read in another way, and not stay. */
function sameTroubled(old: Module, fresh: Module, cut: Cut, names: ReadonlyMap<Binding, Binding>): boolean {
  if (old.problems.length === 0 && fresh.problems.length === 0) return true;
  const others = sectionsOf(fresh);
  const behind = others.length - cut.behind.length;
  const kept = [
    ...cut.kept.map((one, i) => [one, others[i]!] as const),
    ...cut.behind.map((one, i) => [one, others[behind + i]!] as const),
  ];
  const pairs = new Pairs();
  for (const [name, is] of [...names, [fresh, old] as const]) pairs.known.set(name, is);
  return kept
    .filter(([before, now]) => isTroubled(before, old) || isTroubled(now, fresh))
    .every(([before, now]) => pairs.pair(before.statements, now.statements));
}

function isTroubled(section: Section, { problems }: Module): boolean {
  const [start, end] = [startOf(section), endOf(section)];
  return problems.some(({ span }) => span.start <= end && span.end >= start);
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

/**
 * Carries a module over an edit inside of one function in a function. Whoever remembers something of the code around it, such as the
 * other tools that the outer function registers, need not do it again.
 */
import type { Anatomy } from './anatomy.js';
import type { Cut, Difference } from './cut.js';
import { bodyEnd, bodyStart, functionsIn, innerOf, type Inner, type Piece } from './inner.js';
import type { Binding, ClassNode, FunctionNode, Module, Mutation, Statement } from './ir.js';
import { ownChanges } from './own-changes.js';
import { isPlace, Pairs } from './pairs.js';
import { joinUses, move, rewire, sectionOf, spanOf, type Changed, type Comments, type Mutable, type Scion } from './transplant.js';
import { sectionsOf, type Section } from './sections.js';
import type { Span } from '../../../rules/kit/index.js';

/** What was read, as far as it is used. Its stretches are all of the text. */
export type InnerScion = Omit<Scion, 'exports' | 'newExports'>;

/** A body that takes the place of another. */
export interface Graft {
  readonly module: Module;
  readonly anatomy: Anatomy;
  readonly section: Section;
  readonly inner: Inner;
  /** The function that was read. */
  readonly other: FunctionNode;
  readonly difference: Difference;
  /** What stands around the body and was read, with what it becomes. */
  readonly known: ReadonlyMap<object, object>;
  /** Places that were read; those in the body are used. */
  readonly spans: readonly Span[];
  readonly comments: Comments;
  readonly quotes: Anatomy['quotes'];
}

/**
 * Replaces the body of the only function in a function that an edit changed.
 *
 * @param matters whether a call of a member changes what the name stands for
 * @returns what is another now; `undefined` when more has changed, and nothing was done
 */
export function graftInner(
  old: Module,
  anatomy: Anatomy,
  scion: InnerScion,
  cut: Cut,
  matters: (mutation: Mutation) => boolean,
): readonly Piece[] | undefined {
  const [section, fresh] = [cut.gone[0], cut.come[0]];
  if (section === undefined || fresh === undefined || cut.gone.length > 1 || cut.come.length > 1) return undefined;
  const { start, end, delta } = cut.difference;
  const [all, others] = [innerOf(section), innerOf(fresh)];
  const index = all.findIndex(({ fn }) => bodyStart(fn) < start && end < bodyEnd(fn));
  const [inner, other] = [all[index], others[index]];
  if (inner === undefined || other === undefined || all.length !== others.length) return undefined;
  const place = { start: bodyStart(inner.fn), end: bodyEnd(inner.fn) };
  const now = { start: bodyStart(other.fn), end: bodyEnd(other.fn) };
  if (now.start !== place.start || now.end !== place.end + delta) return undefined;

  const pairs = new Pairs(inner.fn, other.fn);
  for (const [name, before] of scion.names) pairs.known.set(name, before);
  pairs.known.set(scion.module, old);
  if (!pairs.pair(section.statements, fresh.statements)) return undefined;

  const { spans, stretches, quotes, semicolons, comments } = scion;
  const changed = putBody(
    { module: old, anatomy, section, inner, other: other.fn, difference: cut.difference, known: pairs.known, spans, comments, quotes },
    matters,
  );
  if (changed === undefined) return undefined;
  for (const [around, before] of pairs.holders) (before as Mutable<FunctionNode | ClassNode>).mentions = around.mentions;
  anatomy.stretches = anatomy.stretches.map((stretch, i) => ({ ...stretches[i]!, span: stretch.span }));
  anatomy.semicolons = semicolons;
  const draft: Mutable<Module> = old;
  draft.problems = scion.problems;
  draft.mentions = scion.mentions;
  draft.style = scion.style;
  return changed;
}

/**
 * Gives a function another body. What the function and those around it mention, and what is known of the whole file, is left to do.
 *
 * @param matters whether a call of a member changes what the name stands for
 * @returns what is another now; `undefined` when more has changed, and nothing was done
 */
export function putBody(graft: Graft, matters: (mutation: Mutation) => boolean): readonly Piece[] | undefined {
  const { module: old, section, inner, other, known, difference } = graft;
  const { fn } = inner;
  const place = { start: bodyStart(fn), end: bodyEnd(fn) };
  const within = insideOf(place, fn.body, new Set(known.values()));
  const withinNow = insideOf({ start: bodyStart(other), end: bodyEnd(other) }, other.body, new Set(known.keys()));
  const changed = new Set<Piece>([inner]);
  const touched: [name: Binding, before: Binding][] = [];
  for (const [name, before] of known) {
    if (!isBinding(name) || !isBinding(before)) continue;
    touched.push([name, before]);
    const counts = (mutation: Mutation, inside: typeof within): boolean => matters(mutation) && inside(spanOf(mutation));
    const isTouched =
      before.writes.some((write) => within(write.span)) ||
      name.writes.some((write) => withinNow(write.span)) ||
      before.mutations.some((mutation) => counts(mutation, within)) ||
      name.mutations.some((mutation) => counts(mutation, withinNow));
    // Its own parameters and what it declares itself concern nobody else.
    if (!isTouched || before.owner === fn) continue;
    const owner = before.owner === old ? sectionOf(sectionsOf(old), before) : section;
    if (owner === undefined) return undefined;
    changed.add(owner);
  }
  if (mentionsMore(fn, other, old) || (fn.outer.kind === 'class' && !changesTheSame(fn, other, matters))) changed.add(section);

  const body = other.body;
  const added = touched.flatMap(([name]) => [
    ...name.writes.filter((write) => withinNow(write.span)),
    ...name.mutations.filter((mutation) => withinNow(spanOf(mutation))),
  ]);
  rewire([...body, ...added], known);
  const change: Changed = { start: place.start, isGone: within, isNew: withinNow };
  for (const [name, before] of touched) joinUses(before, name, change);
  (section as Mutable<Section>).statements = copied(section.statements, fn);
  (fn as Mutable<FunctionNode>).body = body;
  takeOver(graft, difference, change);
  return [...changed];
}

/** Whether a place is in a body. Something empty at its edges may be in it or around it: what it is part of tells. */
function insideOf(place: Span, body: readonly Statement[], outside: ReadonlySet<object>): (span: Span) => boolean {
  const edges = new Set<object>();
  const seen = new Set<object>(outside);
  const open: unknown[] = [body];
  while (open.length > 0) {
    const at = open.pop();
    if (typeof at !== 'object' || at === null || seen.has(at)) continue;
    seen.add(at);
    for (const value of Object.values(at)) {
      if (!isPlace(value)) open.push(value);
      else if (isEmpty(value)) edges.add(value);
    }
  }
  return (span) =>
    span.start >= place.start &&
    span.end <= place.end &&
    (!isEmpty(span) || (span.start > place.start && span.end < place.end) || edges.has(span));
}

function isEmpty({ start, end }: Span): boolean {
  return start === end;
}

function isBinding(value: object): value is Binding {
  return 'mutations' in value && 'writes' in value;
}

/** The function comes to mention something that the module knows: it may be of another kind now. */
function mentionsMore(before: FunctionNode, now: FunctionNode, module: Module): boolean {
  for (const name of now.mentions) if (!before.mentions.has(name) && module.mentions.has(name)) return true;
  return false;
}

/** What the method says of the objects of its class is said in the same places, of the same members. */
function changesTheSame(before: FunctionNode, now: FunctionNode, matters: (mutation: Mutation) => boolean): boolean {
  const [one, other] = [before, now].map((fn) => ownChanges(fn, matters));
  return one?.length === other?.length && one?.every((change, i) => change === other?.[i]) === true;
}

/** Lists and statements are known by what was found in them: those on the way to the function are others now. */
function copied(body: readonly Statement[], fn: FunctionNode): readonly Statement[] {
  return body.map((statement) => {
    if (!holds(statement, fn)) return statement;
    if (statement.kind === 'if') return { ...statement, then: copied(statement.then, fn), otherwise: copied(statement.otherwise, fn) };
    if (statement.kind === 'block') return { ...statement, body: copied(statement.body, fn) };
    if (statement.kind === 'class') (statement.cls as Mutable<ClassNode>).members = [...statement.cls.members];
    for (const around of functionsIn(statement))
      if (around !== fn && holds(around, fn)) (around as Mutable<FunctionNode>).body = copied(around.body, fn);
    return { ...statement };
  });
}

function holds({ span }: { readonly span: Span }, fn: FunctionNode): boolean {
  return span.start <= fn.span.start && span.end >= fn.span.end;
}

function takeOver(
  { module, anatomy, spans: fresh, comments, quotes }: Graft,
  { end, delta }: Difference,
  { isGone, isNew }: Changed,
): void {
  const { spans } = anatomy;
  let kept = 0;
  for (const span of spans as Mutable<Span>[]) {
    if (isGone(span)) {
      move(span, -1 - span.start, -1 - span.end);
      continue;
    }
    move(span, span.start >= end ? delta : 0, span.end >= end ? delta : 0);
    spans[kept++] = span;
  }
  spans.length = kept;
  for (const span of fresh) if (isNew(span)) spans.push(span);
  anatomy.quotes = quotes;
  const draft: Mutable<Module> = module;
  draft.body = sectionsOf(module).flatMap(({ statements }) => statements);
  if (delta !== 0) for (const { span } of comments.behind) move(span, delta, delta);
  draft.comments = [...comments.before, ...comments.changed, ...comments.behind];
}

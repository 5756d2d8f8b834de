/** Reads only the function in a function that an edit changed: one of many tools that another function registers. */
import { anatomyOf, balance, type Anatomy } from './anatomy.js';
import type { Difference } from './cut.js';
import type { Reading } from './graft.js';
import { bodyEnd, bodyStart, functionsIn, innerOf, type Inner, type Piece } from './inner.js';
import { putBody } from './inner-graft.js';
import type { FunctionNode, Module, Mutation } from './ir.js';
import { JoinedMentions, replaced } from './joined-mentions.js';
import { Pairs } from './pairs.js';
import { readPythonFunction, type FunctionReading } from './python/read-statement.js';
import { sectionsOf, endOf, startOf, type Section } from './sections.js';
import type { Mutable } from './transplant.js';
import { styleOf } from './typescript/style.js';

/** The function whose body alone an edit changed. */
export interface InnerPlace {
  readonly section: Section;
  readonly inner: Inner;
  readonly around: FunctionNode;
}

/**
 * Turns a module into the one that a new text gives, when it can be seen that the body of one function in a function alone has changed.
 *
 * @param place that function
 * @param matters whether a call of a member changes what the name stands for
 * @returns what is another now; `undefined` when the text must be read, and nothing was done
 */
export function replantInner(
  before: Reading,
  text: string,
  difference: Difference,
  { section, inner, around }: InnerPlace,
  matters: (mutation: Mutation) => boolean,
): readonly Piece[] | undefined {
  const { module } = before;
  const anatomy = anatomyOf(module);
  if (anatomy === undefined || module.problems.length > 0) return undefined;
  const { fn } = inner;
  const span = { start: fn.span.start, end: fn.span.end + difference.delta };
  const read = readPythonFunction(before, fn, [around], text, span);
  if (read === undefined || !isAsBefore(read, fn, around, module)) return undefined;
  const { now: other } = read;
  if (bodyStart(other) !== bodyStart(fn) || bodyEnd(other) !== bodyEnd(fn) + difference.delta) return undefined;
  const pairs = new Pairs();
  const known = headOf(pairs, read.copies, around, module).set(other, fn);
  if (fn.generator !== other.generator || !pairs.pair(fn.parameters, other.parameters)) return undefined;
  const mentions = mentionsOf(anatomy, fn, around, other);
  if (mentions === undefined) return undefined;

  const quotes = balance(anatomy.quotes, read.quotesBefore, read.quotes);
  const comments = {
    before: module.comments.filter((comment) => comment.span.end <= fn.span.start),
    changed: read.comments,
    behind: module.comments.filter((comment) => comment.span.start >= fn.span.end),
  };
  const { spans } = read;
  const changed = putBody({ module, anatomy, section, inner, other, difference, known, spans, comments, quotes }, matters);
  if (changed === undefined) return undefined;
  (fn as Mutable<FunctionNode>).mentions = other.mentions;
  (around as Mutable<FunctionNode>).mentions = mentions.around;
  anatomy.stretches = mentions.stretches;
  const draft: Mutable<Module> = module;
  draft.mentions = new JoinedMentions([anatomy.imported, ...anatomy.stretches.map((stretch) => stretch.mentions)]);
  draft.style = styleOf(text, quotes, undefined);
  return changed;
}

/** The function in a function whose body holds all of an edit; `undefined` when more is changed. */
export function innerPlace(module: Module, { start, end }: Difference): InnerPlace | undefined {
  const section = sectionsOf(module).find((one) => startOf(one) < start && end < endOf(one));
  if (section === undefined) return undefined;
  const inner = innerOf(section).find(({ fn }) => bodyStart(fn) < start && end < bodyEnd(fn));
  const around = section.statements
    .flatMap(functionsIn)
    .find(({ span }) => inner !== undefined && span.start <= inner.fn.span.start && span.end >= inner.fn.span.end);
  return inner === undefined || around === undefined ? undefined : { section, inner, around };
}

/** The text before, read alone, gives what there is: so will the text that is there now. */
function isAsBefore({ before, copiesBefore }: FunctionReading, fn: FunctionNode, around: FunctionNode, module: Module): boolean {
  const pairs = new Pairs();
  headOf(pairs, copiesBefore, around, module);
  pairs.known.set(before, fn);
  return pairs.pair([...fn.parameters, ...fn.body], [...before.parameters, ...before.body]);
}

function headOf(pairs: Pairs, copies: FunctionReading['copies'], around: FunctionNode, module: Module): Map<object, object> {
  for (const [copy, name] of copies) pairs.known.set(copy, name);
  for (const same of [around, module]) pairs.known.set(same, same);
  return pairs.known;
}

/** What is mentioned around, with one function that mentions something else. */
function mentionsOf(
  anatomy: Anatomy,
  fn: FunctionNode,
  around: FunctionNode,
  other: FunctionNode,
): { readonly around: FunctionNode['mentions']; readonly stretches: Anatomy['stretches'] } | undefined {
  const outer = replaced(around.mentions, fn.mentions, other.mentions);
  const stretch = anatomy.stretches.find(({ span }) => span.start <= around.span.start && span.end >= around.span.end);
  const mentions = stretch && replaced(stretch.mentions, fn.mentions, other.mentions);
  if (outer === undefined || mentions === undefined) return undefined;
  return { around: outer, stretches: anatomy.stretches.map((one) => (one === stretch ? { ...one, mentions } : one)) };
}

/** One statement of a file, or one function in a function, read on its own. */
import type { Span } from '../../../../rules/kit/index.js';
import type { Anatomy, Stretch } from '../anatomy.js';
import type { Reading } from '../graft.js';
import type { Binding, Comment, Export, FunctionNode, Module, Statement } from '../ir.js';
import type { StatementReading } from '../statement-reading.js';
import { areChanged, isGivenFrom, parseAlone, placed, sameAround, type Alone, type Placed } from './alone.js';
import { declareNames } from './bodies.js';
import { readFunction } from './functions.js';
import { commentsOf } from './read.js';

const none = { with: 0, without: 0 };

/**
 * Reads a statement at the top level on its own. Answers `undefined` unless it stands alone: no errors, it declares and imports what
 * it did before, and what stands around it is read as before.
 *
 * @param place where it stands in the new text
 * @param isOwn whether a name of the module is declared in the statement
 */
export function readPythonStatement(
  before: Reading,
  text: string,
  stretch: Stretch,
  place: Span,
  { names }: Anatomy,
  isOwn: (name: Binding) => boolean,
): StatementReading | undefined {
  const old = readTop(before.module, before.text, stretch.span, names, isOwn);
  const now = readTop(before.module, text, place, names, isOwn);
  if (old === undefined || now === undefined || stretch.isQuiet || now.statements.length === 0) return undefined;
  if (!sameAround(old, now) || isGivenFrom(stretch.span, old)) return undefined;
  if (!old.names.every((name, i) => isAlike(name, names[i]!) && isAlike(name, now.names[i]!))) return undefined;
  const { r } = now;
  const own = now.names.filter((_, i) => isOwn(names[i]!));
  return {
    module: before.module,
    statements: now.statements,
    stretch: { span: r.span(now.statement), isQuiet: false, mentions: r.mentionsSince(0), semicolons: none, verbatim: [] },
    names: now.names,
    exports: [...r.exports, ...own.map((name): Export => ({ name: name.name, span: name.span, binding: name }))],
    spans: r.spans,
    comments: commentsOf(now.tree, text),
    quotes: r.quotes,
    quotesBefore: old.r.quotes,
  };
}

interface Top extends Placed, Alone {
  readonly statements: readonly Statement[];
  readonly names: readonly Binding[];
}

function readTop(module: Module, text: string, place: Span, names: readonly Binding[], isOwn: (name: Binding) => boolean): Top | undefined {
  const alone = parseAlone(text, place);
  const there = alone === undefined ? undefined : placed(module, [], text);
  if (alone === undefined || there === undefined) return undefined;
  const { r, copies } = there;
  const { delicate } = r.scope;
  const others = new Map(r.scope.names);
  for (const [copy, name] of copies) {
    if (!isOwn(name)) continue;
    others.delete(name.name);
    copies.delete(copy);
  }
  r.scope.names.clear();
  const byLoop = declareNames(r, [alone.statement]);
  const own = new Map(r.scope.names);
  // Names that another statement makes first stay its own.
  for (const [key, name] of others) r.scope.names.set(key, name);
  if (names.some((name) => !isOwn(name) && own.has(name.name) && name.span.start > place.start)) return undefined;
  const declared = names.map((name) => (isOwn(name) ? own : others).get(name.name));
  if (r.scope.names.size !== names.length) return undefined;
  if (declared.some((name, i) => name === undefined || name.kind !== names[i]!.kind)) return undefined;
  r.scope = { ...r.scope, delicate, byLoop };
  const statements: Statement[] = [];
  r.statement(alone.statement, statements);
  if (r.problems.length > 0 || areChanged(there)) return undefined;
  return { ...there, ...alone, statements, names: declared as Binding[] };
}

/** A name that the statement declares gets its value and its type from it, or still does not. */
function isAlike(before: Binding, now: Binding): boolean {
  return before.source?.kind === now.source?.kind && (before.type === undefined) === (now.type === undefined);
}

/** A function in a function, as it was and as it is. */
export interface FunctionReading {
  readonly before: FunctionNode;
  readonly now: FunctionNode;
  /** What stands for the names around, in both. */
  readonly copiesBefore: Placed['copies'];
  readonly copies: Placed['copies'];
  readonly spans: readonly Span[];
  readonly comments: readonly Comment[];
  readonly quotes: Anatomy['quotes'];
  readonly quotesBefore: Anatomy['quotes'];
}

/**
 * Reads a function that stands in others on its own, and does the same once more with the text before, which tells whether that gives
 * what reading the whole file gave. Answers `undefined` when it does not stand alone.
 *
 * @param around the functions that it stands in, outermost first
 * @param place where it stands in the new text
 */
export function readPythonFunction(
  before: Reading,
  fn: FunctionNode,
  around: readonly FunctionNode[],
  text: string,
  place: Span,
): FunctionReading | undefined {
  const old = readInner(before.module, before.text, fn.span, around);
  const now = readInner(before.module, text, place, around);
  if (old === undefined || now === undefined || !sameAround(old, now) || isGivenFrom(fn.span, old)) return undefined;
  return {
    before: old.fn,
    now: now.fn,
    copiesBefore: old.copies,
    copies: now.copies,
    spans: now.r.spans,
    comments: commentsOf(now.tree, text),
    quotes: now.r.quotes,
    quotesBefore: old.r.quotes,
  };
}

function readInner(
  module: Module,
  text: string,
  place: Span,
  around: readonly FunctionNode[],
): (Placed & Alone & { readonly fn: FunctionNode }) | undefined {
  const alone = parseAlone(text, place);
  const there = alone?.statement.type === 'function_definition' ? placed(module, around, text) : undefined;
  if (alone === undefined || there === undefined) return undefined;
  const fn = readFunction(there.r, alone.statement, undefined);
  return there.r.problems.length > 0 || areChanged(there) ? undefined : { ...there, ...alone, fn };
}

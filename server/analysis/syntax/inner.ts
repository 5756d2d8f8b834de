/** Functions in functions and methods of classes at the top level, each a piece of its own: an edit of its body changes nothing around it. */
import type { ClassNode, Expression, FunctionNode, Module, Statement } from './ir.js';
import { sectionAt, type Section } from './sections.js';

/** The body of such a function. */
export interface Inner {
  readonly fn: FunctionNode;
  /** What answers that rest on it know it by; 0 as long as none does. */
  number: number;
}

/** What an edit changes. */
export type Piece = Section | Inner;

const known = new WeakMap<Section, readonly Inner[]>();

/** The functions in the functions and classes of a section, in the order of the text. They stay the same objects as long as the section does. */
export function innerOf(section: Section): readonly Inner[] {
  let found = known.get(section);
  if (found === undefined) {
    const functions: FunctionNode[] = [];
    for (const statement of section.statements) {
      if (statement.kind === 'class') functions.push(...methodsOf(statement.cls));
      else for (const fn of functionsIn(statement)) collect(fn.body, functions);
    }
    known.set(section, (found = functions.map((fn) => ({ fn, number: 0 }))));
  }
  return found;
}

function methodsOf({ members }: ClassNode): readonly FunctionNode[] {
  return members
    .flatMap(({ value }) => (value?.kind === 'function' && value.body.length > 0 ? [value] : []))
    .sort((a, b) => bodyStart(a) - bodyStart(b));
}

function collect(body: readonly Statement[], into: FunctionNode[]): void {
  for (const statement of body) {
    if (statement.kind === 'if') {
      collect(statement.then, into);
      collect(statement.otherwise, into);
    } else if (statement.kind === 'block') collect(statement.body, into);
    else for (const fn of functionsIn(statement)) if (fn.body.length > 0) into.push(fn);
  }
}

/** The function that a statement declares, decorated or not, or those that its call is given. */
export function functionsIn(statement: Statement): readonly FunctionNode[] {
  if (statement.kind === 'function') return [statement.fn];
  if ((statement.kind !== 'declare' && statement.kind !== 'expression') || statement.value === undefined) return [];
  return statement.value.kind === 'function' ? [statement.value] : givenTo(statement.value);
}

function givenTo(value: Expression): readonly FunctionNode[] {
  if (value.kind !== 'call') return [];
  return value.args.flatMap((arg) => (arg.value.kind === 'function' ? [arg.value] : value.decorates === true ? givenTo(arg.value) : []));
}

/** A piece with all that is in it. */
export function allOf(piece: Piece): readonly Piece[] {
  return 'statements' in piece ? [piece, ...innerOf(piece)] : [piece];
}

/** What a function says itself: where it stands, and its statements without the functions in them. */
export function bodyOf(module: Module, { span, body }: FunctionNode): readonly Piece[] {
  const offsets = body.length === 0 ? [span.start] : [span.start, body[0]!.span.start];
  return offsets.flatMap((offset) => pieceAt(module, offset) ?? []);
}

/** All that a function says, with the functions in it. */
export function wholeOf(module: Module, fn: FunctionNode): readonly Piece[] {
  const section = sectionAt(module, fn.span.start);
  const inside = section === undefined ? [] : innerOf(section).filter((one) => isWithin(one.fn, fn));
  return [...bodyOf(module, fn), ...inside];
}

function isWithin({ span }: FunctionNode, around: FunctionNode): boolean {
  return span.start >= around.span.start && span.end <= around.span.end;
}

export function bodyStart({ body }: FunctionNode): number {
  return body[0]!.span.start;
}

export function bodyEnd({ body }: FunctionNode): number {
  let end = 0;
  for (let i = body.length - 1; i >= 0; i--) {
    end = Math.max(end, body[i]!.span.end);
    // What leaves a context manager stands where it is entered, before what is done in it.
    if (!isLeaving(body[i]!)) break;
  }
  return end;
}

function isLeaving(statement: Statement): boolean {
  return statement.kind === 'expression' && statement.value.kind === 'unary' && statement.value.operator === 'leave';
}

/** What an offset belongs to: the body of a function in a function, or a section; `undefined` behind the last. */
export function pieceAt(module: Module, offset: number): Piece | undefined {
  const section = sectionAt(module, offset);
  if (section === undefined) return undefined;
  const all = innerOf(section);
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bodyEnd(all[middle]!.fn) > offset) high = middle;
    else low = middle + 1;
  }
  const inner = all[low];
  return inner !== undefined && bodyStart(inner.fn) <= offset ? inner : section;
}

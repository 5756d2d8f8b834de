import type { Span } from '../../../rules/kit/index.js';
import type { ClassNode, Expression, FunctionNode, Module, ObjectExpression, Statement } from '../syntax/ir.js';
import { contentsOf, partsOf } from '../syntax/children.js';

/** A statement or a class member. */
export interface Unit {
  readonly span: Span;
  readonly parent?: Unit;
  /** The only statement of its body: formatting alone makes it look like a part of what is around it. */
  readonly alone: boolean;
  /** The value of `x => value`: a statement that nobody wrote. */
  readonly implied: boolean;
}

/** An expression, an entry of an object or an argument, and the unit it stands in. */
interface Part {
  readonly span: Span;
  readonly kind: 'expression' | 'entry' | 'item';
  readonly unit?: Unit;
  /** For entries: where the value starts. */
  readonly value?: Span;
}

/** Where things stand, as far as comments and edits need it. */
interface Stretch {
  readonly units: readonly Unit[];
  readonly parts: readonly Part[];
  readonly objects: readonly ObjectExpression[];
}

/** Where things stand in a file. */
export interface Layout extends Stretch {
  /** All that holds an offset is among these. */
  near(offset: number): Stretch;
}

/** Reads the places of all statements and parts of a module; linear in its size, and less after an edit of one statement. */
export function layoutOf(module: Module): Layout {
  const pieces = module.body.map((statement) => ({ statement, stretch: stretchOf(statement) }));
  const all = pieces.map(({ stretch }) => stretch);
  let whole: Stretch | undefined;
  const flat = (): Stretch => (whole ??= joined(all));
  return {
    near: (offset) => joined(pieces.filter(({ statement }) => holds(withDecorators(statement), offset)).map(({ stretch }) => stretch)),
    get units() {
      return flat().units;
    },
    get parts() {
      return flat().parts;
    },
    get objects() {
      return flat().objects;
    },
  };
}

function joined(stretches: readonly Stretch[]): Stretch {
  const [only] = stretches;
  if (only !== undefined && stretches.length === 1) return only;
  return {
    units: stretches.flatMap(({ units }) => units),
    parts: stretches.flatMap(({ parts }) => parts),
    objects: stretches.flatMap(({ objects }) => objects),
  };
}

const stretches = new WeakMap<Statement, Stretch>();

/** Statements that an edit leaves alone stay the same objects, and their places move with them. */
function stretchOf(statement: Statement): Stretch {
  let known = stretches.get(statement);
  if (known === undefined) stretches.set(statement, (known = read(statement)));
  return known;
}

function read(top: Statement): Stretch {
  const units: Unit[] = [];
  const parts: Part[] = [];
  const objects: ObjectExpression[] = [];

  const visitBody = (body: readonly Statement[], parent: Unit | undefined): void => {
    for (const statement of body) visitStatement(statement, parent, parent !== undefined && body.length === 1);
  };

  const visitStatement = (statement: Statement, parent: Unit | undefined, alone: boolean, implied = false): void => {
    const unit: Unit = { span: withDecorators(statement), parent, alone, implied };
    units.push(unit);
    const { values, bodies } = contentsOf(statement);
    for (const value of values) visit(value, unit);
    for (const body of bodies) visitBody(body, unit);
  };

  const visit = (root: Expression, unit: Unit | undefined): void => {
    // A stack of our own: chains of calls and long concatenations are nested thousands deep.
    const open: Expression[] = [root];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      parts.push({ span: node.span, kind: 'expression', unit });
      if (node.kind === 'object') visitEntries(node, unit);
      if (node.kind === 'call') for (const argument of node.args) parts.push({ span: argument.span, kind: 'item', unit });
      if (node.kind === 'array') for (const item of node.items) parts.push({ span: item.value.span, kind: 'item', unit });
      if (node.kind === 'function') visitFunction(node, unit);
      if (node.kind === 'class') visitMembers(node, unit);
      open.push(...partsOf(node));
    }
  };

  const visitEntries = (object: ObjectExpression, unit: Unit | undefined): void => {
    objects.push(object);
    for (const entry of object.entries) parts.push({ span: entry.span, kind: 'entry', unit, value: entry.value.span });
  };

  const visitFunction = (fn: FunctionNode, unit: Unit | undefined): void => {
    const [only] = fn.body;
    const implied = fn.arrow && only?.kind === 'return' && only.value !== undefined && sameSpan(only.span, only.value.span);
    if (implied) visitStatement(only, unit, true, true);
    else visitBody(fn.body, unit);
  };

  const visitMembers = (cls: ClassNode, unit: Unit | undefined): void => {
    for (const member of cls.members) {
      const inner: Unit = { span: member.span, parent: unit, alone: false, implied: false };
      units.push(inner);
      if (member.value?.kind === 'function') {
        for (const part of partsOf(member.value)) visit(part, inner);
        visitFunction(member.value, inner);
      } else if (member.value !== undefined) visit(member.value, inner);
    }
  };

  visitStatement(top, undefined, false);
  return { units, parts, objects };
}

/** The innermost unit that holds an offset. */
export function unitAt(layout: Layout, offset: number): Unit | undefined {
  return smallest(layout.near(offset).units.filter((unit) => holds(unit.span, offset)));
}

/** Does the unit hold the offset, with no body of several statements between them? */
export function reaches(layout: Layout, outer: Unit | undefined, offset: number): boolean {
  let unit = unitAt(layout, offset);
  while (unit !== outer) {
    if (unit === undefined || !unit.alone) return false;
    unit = unit.parent;
  }
  return true;
}

/** The one with the least extent. */
export function smallest<T extends { readonly span: Span }>(items: readonly T[]): T | undefined {
  return items.reduce<T | undefined>(
    (best, item) => (best === undefined || extent(item.span) < extent(best.span) ? item : best),
    undefined,
  );
}

/** The one with the greatest extent; the first of equals. */
export function largest<T extends { readonly span: Span }>(items: readonly T[]): T | undefined {
  return items.reduce<T | undefined>(
    (best, item) => (best === undefined || extent(item.span) > extent(best.span) ? item : best),
    undefined,
  );
}

export function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

export function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function extent(span: Span): number {
  return span.end - span.start;
}

/** Decorators stand before the function or class; a comment above them belongs to it. */
function withDecorators(statement: Statement): Span {
  const node = statement.kind === 'function' ? statement.fn : statement.kind === 'class' ? statement.cls : undefined;
  const first = node?.decorators[0];
  const { span } = statement;
  if (first === undefined || first.span.start > span.start) return span;
  return {
    get start() {
      return first.span.start - 1;
    },
    get end() {
      return span.end;
    },
  };
}

import type { CallExpression, ClassMember, ClassNode, Expression, FunctionNode, Owner, Statement } from '../ir.js';
import { Mentions } from '../mentions.js';
import type { Draft } from '../typescript/names.js';
import { recordAssignment } from '../typescript/patterns.js';
import { declareNames } from './bodies.js';
import { mentionCalled } from './calls.js';
import { readFunction, type Bound } from './functions.js';
import type { Reader } from './reader.js';
import { giveClass, giveFunction } from './declarations.js';
import { fieldOf, partsOf, type Node } from './tree.js';
import { readAnnotation } from './types.js';

export function readClassStatement(r: Reader, node: Node, out: Statement[]): void {
  const cls = readClass(r, node, []);
  out.push({ kind: 'class', span: cls.span, cls, binding: giveClass(r, node, cls) });
}

/** `@a @b def f` gives `f` the value `a(b(f))`. */
export function readDecorated(r: Reader, node: Node, out: Statement[]): void {
  const definition = fieldOf(node, 'definition');
  if (definition === undefined) return;
  const decorators = readDecorators(r, node);
  if (definition.type === 'class_definition') {
    // What decorators make of a class is the class, as far as we ask.
    const cls = readClass(
      r,
      definition,
      decorators.map(({ value }) => value),
    );
    for (const { value, place } of decorators) {
      const call = applied(r, value, cls, place);
      out.push({ kind: 'expression', span: call.span, value: call });
    }
    out.push({ kind: 'class', span: cls.span, cls, binding: giveClass(r, definition, cls) });
    return;
  }
  const fn = readFunction(r, definition, undefined) as Draft<FunctionNode>;
  const span = r.span(node);
  fn.whole = span;
  let value: Expression = fn;
  for (const { value: decorator, place } of decorators.toReversed()) value = applied(r, decorator, value, place);
  const name = fieldOf(definition, 'name');
  const binding = name === undefined ? undefined : (r.scope.names.get(r.textOf(name)) ?? r.lookup(r.textOf(name)));
  if (binding === undefined || value === fn) {
    out.push({ kind: 'function', span, fn, binding: giveFunction(r, definition, fn) });
  } else if (binding.source === undefined) {
    binding.source = { kind: 'value', value, path: [] };
    out.push({ kind: 'declare', span, bindings: [binding], value });
  } else {
    const target: Expression = { kind: 'name', span: fn.nameSpan ?? span, name: binding.name, binding };
    recordAssignment(r, target, '=', value, []);
    out.push({ kind: 'expression', span, value: { kind: 'assign', span, operator: '=', target, value } });
  }
}

interface Decorator {
  readonly value: Expression;
  readonly place: Node;
}

function readDecorators(r: Reader, node: Node): readonly Decorator[] {
  return node.children.flatMap((child): Decorator[] => {
    const inner = child.type === 'decorator' ? partsOf(child)[0] : undefined;
    return inner === undefined ? [] : [{ value: r.expression(inner), place: inner }];
  });
}

/** The call that a decorator is. */
function applied(r: Reader, callee: Expression, value: Expression, place: Node): CallExpression {
  mentionCalled(r, callee);
  const end = r.range(place.end, place.end);
  return {
    kind: 'call',
    span: r.span(place),
    callee,
    args: [{ value, spread: false, span: value.span }],
    isNew: false,
    optional: false,
    argsSpan: end,
    decorates: true,
  };
}

const noNames = new Mentions([], 0, 0);

function readClass(r: Reader, node: Node, decorators: readonly Expression[]): ClassNode {
  const name = fieldOf(node, 'name');
  const mentioned = r.mentioned;
  const bases = (fieldOf(node, 'superclasses') === undefined ? [] : partsOf(fieldOf(node, 'superclasses')!))
    .filter(({ type }) => type !== 'keyword_argument' && type !== 'list_splat' && type !== 'dictionary_splat')
    .map((part) => plainBase(r, part));
  const cls: Draft<ClassNode> = {
    kind: 'class',
    span: r.span(node),
    name: name && r.textOf(name),
    nameSpan: name && r.span(name),
    base: bases[0],
    implements: [],
    members: [],
    decorators,
    outer: r.owner,
    mentions: noNames,
    ...(bases.length < 2 ? {} : { mixins: bases.slice(1) }),
  };
  const body = fieldOf(node, 'body');
  r.inside('class', cls, new Map(), () => {
    declareNames(r, body === undefined ? [] : partsOf(body));
    cls.members = readMembers(r, body === undefined ? [] : partsOf(body));
    const [first] = body === undefined ? [] : partsOf(body);
    const text =
      first?.type === 'expression_statement' && partsOf(first)[0]?.type === 'string' ? r.expression(partsOf(first)[0]!) : undefined;
    if (text?.kind === 'literal') cls.text = text;
  });
  cls.mentions = r.mentionsSince(mentioned);
  return cls;
}

/** `Base[T]` is `Base`. */
function plainBase(r: Reader, node: Node): Expression {
  const base = node.type === 'subscript' ? fieldOf(node, 'value') : undefined;
  if (base === undefined) return r.expression(node);
  r.expression(node);
  return r.expression(base);
}

function readMembers(r: Reader, nodes: readonly Node[]): ClassMember[] {
  const members: ClassMember[] = [];
  for (const node of nodes) readMember(r, node, members);
  return members;
}

function readMember(r: Reader, node: Node, members: ClassMember[]): void {
  switch (node.type) {
    case 'function_definition':
      members.push(readMethod(r, node, node, []));
      return;
    case 'decorated_definition': {
      const definition = fieldOf(node, 'definition');
      const decorators = readDecorators(r, node).map(({ value }) => value);
      if (definition?.type === 'function_definition') members.push(readMethod(r, node, definition, decorators));
      else if (definition !== undefined) members.push(readInner(r, definition, decorators));
      return;
    }
    case 'class_definition':
      members.push(readInner(r, node, []));
      return;
    case 'expression_statement':
      for (const part of partsOf(node)) if (part.type === 'assignment') readField(r, part, members);
      return;
    // `if TYPE_CHECKING:` and versions of the language: what is in there may be a member.
    case 'if_statement':
    case 'elif_clause':
    case 'else_clause':
    case 'try_statement':
    case 'block':
      for (const part of partsOf(node)) if (part.field !== 'condition') readMember(r, part, members);
  }
}

function readInner(r: Reader, node: Node, decorators: readonly Expression[]): ClassMember {
  const value = readClass(r, node, decorators);
  return { kind: 'field', span: value.span, name: value.name, nameSpan: value.nameSpan, static: true, value };
}

function readField(r: Reader, node: Node, members: ClassMember[]): void {
  const left = fieldOf(node, 'left');
  const right = fieldOf(node, 'right');
  const type = fieldOf(node, 'type');
  if (left?.type !== 'identifier') return;
  const name = r.textOf(left);
  r.mention(name);
  const value = right === undefined ? undefined : right.type === 'assignment' ? undefined : r.expression(right);
  const annotation = type === undefined ? undefined : readAnnotation(r, type);
  const binding = r.scope.names.get(name);
  if (binding !== undefined && binding.source === undefined && value !== undefined) binding.source = { kind: 'value', value, path: [] };
  members.push({
    kind: 'field',
    span: r.span(node),
    name,
    nameSpan: r.span(left),
    static: false,
    type: annotation?.type,
    value,
    ...(type === undefined ? {} : { annotated: true as const }),
    ...(annotation === undefined || annotation.notes.length === 0 ? {} : { notes: annotation.notes }),
  });
}

function readMethod(r: Reader, whole: Node, node: Node, decorators: readonly Expression[]): ClassMember {
  const words = decorators.map(wordOf);
  const isStatic = words.includes('staticmethod');
  const ofClass = words.includes('classmethod') || nameOf(r, node) === '__init_subclass__';
  const bound: Bound = isStatic ? undefined : ofClass ? 'class' : 'object';
  const others = decorators.filter((_, i) => !known.has(words[i] ?? ''));
  const fn = readFunction(r, node, bound, others) as Draft<FunctionNode>;
  const name = fn.name ?? '';
  const kind = words.some((word) => word === 'property' || word === 'cached_property')
    ? 'getter'
    : words.includes('.setter')
      ? 'setter'
      : words.includes('.deleter')
        ? 'deleter'
        : name === '__init__'
          ? 'constructor'
          : 'method';
  giveMethod(r, node, fn);
  const span = r.span(whole);
  if (whole !== node) fn.whole = span;
  const isAbstract = leavesOpen(r, node, words.includes('abstractmethod'));
  return {
    kind,
    span,
    name: kind === 'constructor' ? 'constructor' : name,
    nameSpan: fn.nameSpan,
    static: isStatic || ofClass,
    value: fn,
    ...(isAbstract ? { abstract: true as const } : {}),
  };
}

/** The body of an abstract method says nothing: it is empty, or there is `...` or `raise NotImplementedError` in it. */
function leavesOpen(r: Reader, node: Node, stated: boolean): boolean {
  if (!stated && !isInterface(r.owner)) return false;
  const body = fieldOf(node, 'body');
  const parts = (body === undefined ? [] : partsOf(body)).map((part) =>
    part.type === 'expression_statement' ? (partsOf(part)[0]?.type ?? '') : part.type === 'raise_statement' ? r.textOf(part) : part.type,
  );
  const left = parts.filter((part, i) => !(part === 'string' && i === 0) && part !== 'comment');
  if (left.length === 0 || left[0] === 'pass_statement') return stated || isProtocol(r.owner);
  return left.length === 1 && (left[0] === 'ellipsis' || /^raise NotImplementedError\b/.test(left[0]!));
}

/** A class that others implement, by what it inherits or by its name. */
function isInterface(owner: Owner): boolean {
  if (owner.kind !== 'class') return false;
  return (
    isProtocol(owner) ||
    inherits(owner, 'ABC') ||
    /^_?(?:Abstract|Base)(?:[A-Z]|$)|[a-z](?:ABC|Base|Interface|Protocol)$/.test(owner.name ?? '')
  );
}

function isProtocol(owner: Owner): boolean {
  return owner.kind === 'class' && inherits(owner, 'Protocol');
}

function inherits({ base, mixins = [] }: ClassNode, name: string): boolean {
  return [base, ...mixins].some((one) => (one?.kind === 'name' ? one.name === name : one?.kind === 'member' && one.property === name));
}

function nameOf(r: Reader, node: Node): string | undefined {
  const name = fieldOf(node, 'name');
  return name === undefined ? undefined : r.textOf(name);
}

/** In the body of the class a method is a name like any other. */
function giveMethod(r: Reader, node: Node, fn: FunctionNode): void {
  const name = fieldOf(node, 'name');
  const binding = name === undefined ? undefined : r.scope.names.get(r.textOf(name));
  if (binding !== undefined && binding.source === undefined) binding.source = { kind: 'function', fn };
}

const known: ReadonlySet<string> = new Set(['staticmethod', 'classmethod', 'property', 'cached_property', 'abstractmethod', 'override']);

function wordOf(decorator: Expression): string | undefined {
  if (decorator.kind === 'name') return decorator.name;
  if (decorator.kind !== 'member' || typeof decorator.property !== 'string') return undefined;
  const { property } = decorator;
  return property === 'setter' || property === 'deleter' ? `.${property}` : known.has(property) ? property : undefined;
}

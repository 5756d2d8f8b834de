/** Annotations, as far as they help to find values and to describe parameters. */
import type { Expression, TypeNode } from '../ir.js';
import { parse } from './grammar.js';
import type { Reader } from './reader.js';
import { fieldOf, fieldsOf, partsOf, type Node } from './tree.js';

/** An annotation, and what `Annotated` says of it. */
export interface Annotation {
  readonly type: TypeNode;
  readonly notes: readonly Expression[];
}

export function readAnnotation(r: Reader, node: Node): Annotation {
  const inner = node.type === 'type' && partsOf(node).length === 1 ? partsOf(node)[0]! : node;
  const generic = genericOf(r, inner);
  if (generic?.name !== 'Annotated') return { type: readType(r, inner), notes: [] };
  const [of, ...notes] = generic.args;
  return { type: of === undefined ? other(r, node) : readType(r, of), notes: notes.map((note) => r.expression(plain(note))) };
}

export function readType(r: Reader, node: Node): TypeNode {
  switch (node.type) {
    case 'type':
    case 'parenthesized_expression': {
      const [inner] = partsOf(node);
      return inner === undefined ? other(r, node) : readType(r, inner);
    }
    case 'none':
      return { kind: 'literal', span: r.span(node), value: null };
    case 'identifier':
    case 'attribute': {
      const name = r.expression(node);
      return name.kind === 'name' || name.kind === 'member' ? { kind: 'reference', span: r.span(node), name, args: [] } : other(r, node);
    }
    case 'union_type':
      return { kind: 'union', span: r.span(node), options: partsOf(node).map((part) => readType(r, part)) };
    case 'binary_operator': {
      const sides = ['left', 'right'].flatMap((field) => fieldsOf(node, field));
      return { kind: 'union', span: r.span(node), options: sides.map((part) => readType(r, part)) };
    }
    case 'string':
      return quoted(r, node);
    case 'generic_type':
    case 'subscript':
      return readGeneric(r, node);
    case 'member_type': {
      const name = r.opaque(node, []);
      return { kind: 'query', span: r.span(node), value: name };
    }
    default:
      return other(r, node);
  }
}

function other(r: Reader, node: Node): TypeNode {
  return { kind: 'other', span: r.span(node) };
}

interface Generic {
  readonly name: string;
  readonly base: Node;
  readonly args: readonly Node[];
}

function genericOf(r: Reader, node: Node): Generic | undefined {
  if (node.type === 'subscript') {
    const base = fieldOf(node, 'value')!;
    const given = fieldsOf(node, 'subscript');
    const args = given.length === 1 && given[0]!.type === 'tuple' ? partsOf(given[0]!) : given;
    return { name: lastName(r, base), base, args };
  }
  if (node.type !== 'generic_type') return undefined;
  const [base, list] = partsOf(node);
  return base === undefined ? undefined : { name: lastName(r, base), base, args: list === undefined ? [] : partsOf(list) };
}

function lastName(r: Reader, node: Node): string {
  const text = r.textOf(node);
  return text.slice(text.lastIndexOf('.') + 1);
}

/** Types that say nothing but what is in them. */
const wrappers: ReadonlySet<string> = new Set(
  'Annotated Awaitable Coroutine Final ClassVar Required NotRequired ReadOnly InitVar Mapped SkipJsonSchema'.split(' '),
);
const lists: ReadonlySet<string> = new Set(
  (
    'list List tuple Tuple set Set frozenset FrozenSet deque Deque Sequence MutableSequence Iterable Iterator Collection AbstractSet ' +
    'Generator AsyncIterable AsyncIterator AsyncGenerator'
  ).split(' '),
);

function readGeneric(r: Reader, node: Node): TypeNode {
  const generic = genericOf(r, node);
  if (generic === undefined) return other(r, node);
  const { name, base, args } = generic;
  const span = r.span(node);
  if (name === 'Literal') return { kind: 'union', span, options: args.map((arg) => literal(r, arg)) };
  // What is called with what is of no use here.
  if (name === 'Callable') {
    const result = args.at(-1);
    return { kind: 'function', span, ...(result === undefined ? {} : { result: readType(r, result) }) };
  }
  const types = args.filter((arg) => plain(arg).type !== 'ellipsis').map((arg) => readType(r, arg));
  const [first] = types;
  if (name === 'Optional' && first !== undefined) return { kind: 'union', span, options: [first, { kind: 'literal', span, value: null }] };
  if (name === 'Union') return { kind: 'union', span, options: types };
  if (name === 'Coroutine' && types.length === 3) return types[2]!;
  if (wrappers.has(name) && first !== undefined) return first;
  if (lists.has(name) && first !== undefined) {
    const isTuple = /^tuple$/i.test(name) && types.length > 1;
    return { kind: 'array', span, item: isTuple ? { kind: 'union', span, options: types } : first };
  }
  if (/^type$/i.test(name) && first?.kind === 'reference') return { kind: 'query', span, value: first.name };
  const read = r.expression(base);
  return read.kind === 'name' || read.kind === 'member' ? { kind: 'reference', span, name: read, args: types } : other(r, node);
}

function plain(node: Node): Node {
  return node.type === 'type' && partsOf(node).length === 1 ? partsOf(node)[0]! : node;
}

function literal(r: Reader, node: Node): TypeNode {
  const value = r.expression(plain(node));
  return value.kind === 'literal' ? { kind: 'literal', span: value.span, value: value.value } : other(r, node);
}

/** A type in quotes means what it says; longer ones are rare, and are not followed. */
function quoted(r: Reader, node: Node): TypeNode {
  const content = node.children.filter(({ type }) => type === 'string_content');
  const [only] = content;
  if (content.length !== 1 || only === undefined || only.end - only.start > 300) return other(r, node);
  const text = r.textOf(only);
  if (!/^[\w.[\], |]+$/.test(text)) return other(r, node);
  const tree = parse(text);
  const expression = tree.children[0]?.type === 'expression_statement' ? partsOf(tree.children[0])[0] : undefined;
  if (expression === undefined || tree.children.length !== 1) return other(r, node);
  return readType(r, moved(expression, only.start));
}

function moved(node: Node, by: number): Node {
  return { ...node, start: node.start + by, end: node.end + by, children: node.children.map((child) => moved(child, by)) };
}

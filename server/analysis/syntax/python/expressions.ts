import type { Argument, Expression, PathStep } from '../ir.js';
import { addWrite } from '../typescript/names.js';
import { readCall } from './calls.js';
import { readComprehension, readDictionary } from './collections.js';
import { readLambda } from './functions.js';
import type { Span } from '../../../../rules/kit/index.js';
import type { Reader } from './reader.js';
import { numberOf, readString, readStrings } from './strings.js';
import { fieldOf, fieldsOf, partsOf, type Node } from './tree.js';

type Read = (r: Reader, node: Node) => Expression;

/** Reads an expression. What has no meaning of its own is opaque, and its parts are read. */
export function readExpression(r: Reader, node: Node): Expression {
  return (readers[node.type] ?? readOther)(r, node);
}

const readOther: Read = (r, node) =>
  r.opaque(
    node,
    partsOf(node).map((part) => r.expression(part)),
  );

const literal =
  (value: boolean | null): Read =>
  (r, node) => ({ kind: 'literal', span: r.span(node), value });

const number: Read = (r, node) => {
  const value = numberOf(r.textOf(node));
  return value === undefined ? r.opaque(node, []) : { kind: 'literal', span: r.span(node), value };
};

const inner: Read = (r, node) => {
  const [part] = partsOf(node);
  return part === undefined ? r.opaque(node, []) : r.expression(part);
};

const list: Read = (r, node) => ({
  kind: 'array',
  span: r.span(node),
  items: partsOf(node).map((part) => {
    const spread = part.type === 'list_splat' || part.type === 'parenthesized_list_splat';
    return { value: spread ? inner(r, part) : r.expression(part), spread };
  }),
});

const readers: Readonly<Record<string, Read>> = {
  identifier: (r, node) => r.name(node),
  true: literal(true),
  false: literal(false),
  none: literal(null),
  integer: number,
  float: number,
  string: readString,
  concatenated_string: readStrings,
  parenthesized_expression: inner,
  list,
  tuple: list,
  set: list,
  expression_list: list,
  pattern_list: list,
  tuple_pattern: list,
  list_pattern: list,
  dictionary: readDictionary,
  list_comprehension: readComprehension,
  set_comprehension: readComprehension,
  generator_expression: readComprehension,
  dictionary_comprehension: readComprehension,
  attribute: readAttribute,
  subscript: readSubscript,
  call: readCall,
  lambda: readLambda,
  await: (r, node) => ({ kind: 'unary', span: r.span(node), operator: 'await', operand: inner(r, node) }),
  yield: (r, node) => {
    const part = partsOf(node)[0];
    const span = r.span(node);
    const operand: Expression = part === undefined ? { kind: 'literal', span, value: null } : r.expression(part);
    return { kind: 'unary', span, operator: node.children.some(({ type }) => type === 'from') ? 'yield*' : 'yield', operand };
  },
  not_operator: (r, node) => ({ kind: 'unary', span: r.span(node), operator: '!', operand: r.expression(fieldOf(node, 'argument')!) }),
  unary_operator: (r, node) => {
    const span = r.span(node);
    const operand = r.expression(fieldOf(node, 'argument')!);
    const operator = r.textOf(fieldOf(node, 'operator')!);
    // Places of lists are counted from the end by it.
    if (operator === '-' && operand.kind === 'literal' && typeof operand.value === 'number')
      return { kind: 'literal', span, value: -operand.value };
    return { kind: 'unary', span, operator, operand };
  },
  boolean_operator: (r, node) => ({
    kind: 'binary',
    span: r.span(node),
    operator: r.textOf(fieldOf(node, 'operator')!) === 'and' ? '&&' : '||',
    left: r.expression(fieldOf(node, 'left')!),
    right: r.expression(fieldOf(node, 'right')!),
  }),
  binary_operator: (r, node) => ({
    kind: 'binary',
    span: r.span(node),
    operator: r.textOf(fieldOf(node, 'operator')!),
    left: r.expression(fieldOf(node, 'left')!),
    right: r.expression(fieldOf(node, 'right')!),
  }),
  comparison_operator: readComparison,
  conditional_expression: (r, node) => {
    const [whenTrue, test, whenFalse] = partsOf(node);
    if (whenTrue === undefined || test === undefined || whenFalse === undefined) return readOther(r, node);
    return {
      kind: 'conditional',
      span: r.span(node),
      test: r.expression(test),
      whenTrue: r.expression(whenTrue),
      whenFalse: r.expression(whenFalse),
    };
  },
  named_expression: (r, node) => {
    const value = r.expression(fieldOf(node, 'value')!);
    const target = r.name(fieldOf(node, 'name')!);
    if (target.kind === 'name' && target.binding !== undefined)
      addWrite(target.binding, { operator: '=', value, path: noPath, span: target.span, within: r.within });
    return { kind: 'assign', span: r.span(node), operator: '=', target, value };
  },
};

const noPath: readonly PathStep[] = [];

function readAttribute(r: Reader, node: Node): Expression {
  const name = fieldOf(node, 'attribute')!;
  const property = r.textOf(name);
  r.mention(property);
  // `import a.b` and then `a.b.c`: the path that was imported is a name of its own.
  const dotted = dottedText(r, node);
  const binding = dotted === undefined ? undefined : r.path(dotted);
  if (binding !== undefined) return { kind: 'name', span: r.span(node), name: dotted!, binding };
  const object = fieldOf(node, 'object')!;
  return { kind: 'member', span: r.span(node), object: readObject(r, object), property, propertySpan: r.span(name), optional: false };
}

/** `super()` is what `super` is elsewhere. */
function readObject(r: Reader, node: Node): Expression {
  const fn = node.type === 'call' ? fieldOf(node, 'function') : undefined;
  if (fn?.type === 'identifier' && r.textOf(fn) === 'super') return { kind: 'super', span: r.span(node) };
  return r.expression(node);
}

function dottedText(r: Reader, node: Node): string | undefined {
  if (node.type === 'identifier') return r.textOf(node);
  if (node.type !== 'attribute') return undefined;
  const object = dottedText(r, fieldOf(node, 'object')!);
  return object === undefined ? undefined : `${object}.${r.textOf(fieldOf(node, 'attribute')!)}`;
}

function readSubscript(r: Reader, node: Node): Expression {
  const object = r.expression(fieldOf(node, 'value')!);
  const keys = fieldsOf(node, 'subscript');
  const all = keys.map((one) => r.expression(one));
  const [key] = all;
  const span = r.span(node);
  const propertySpan = keys[0] === undefined ? span : r.span(keys[0]);
  if (keys.length === 1 && keys[0]!.type === 'slice') return readSlice(r, keys[0]!, object, span);
  if (keys.length !== 1 || key === undefined) {
    const items = all.map((value) => ({ value, spread: false }));
    return { kind: 'member', span, object, property: { kind: 'array', span: propertySpan, items }, propertySpan, optional: false };
  }
  const property = key.kind === 'literal' && typeof key.value === 'string' ? key.value : key;
  if (typeof property === 'string') r.mention(property);
  return { kind: 'member', span, object, property, propertySpan, optional: false };
}

/** `list[1:]` is what `slice` gives elsewhere: a part, not an item. */
function readSlice(r: Reader, node: Node, object: Expression, span: Span): Expression {
  const callee: Expression = {
    kind: 'member',
    span: r.range(object.span.start, object.span.end),
    object,
    property: 'slice',
    propertySpan: r.span(node),
    optional: false,
  };
  const nothing = (): Argument => ({ value: { kind: 'literal', span: r.span(node), value: undefined }, spread: false, span: r.span(node) });
  const args: Argument[] = [];
  let end = node.start;
  // Where the colons stand tells which bound it is: `[:2]`, `[1:]`, `[::2]`.
  for (const part of partsOf(node)) {
    const colons = r.text.slice(end, part.start).split(':').length - 1;
    const left = args.length === 0 ? colons : colons - 1;
    for (let i = 0; i < left; i++) args.push(nothing());
    args.push({ value: r.expression(part), spread: false, span: r.span(part) });
    end = part.end;
  }
  return { kind: 'call', span, callee, args, isNew: false, optional: false, argsSpan: r.span(node) };
}

const comparisons: Readonly<Record<string, string>> = { '==': '===', '!=': '!==', '<>': '!==', is: '===', 'is not': '!==' };

/** `a < b < c` is `a < b and b < c`. */
function readComparison(r: Reader, node: Node): Expression {
  const operands = partsOf(node).filter(({ field }) => field !== 'operators');
  const operators = fieldsOf(node, 'operators').map((one) => r.textOf(one).replaceAll(/\s+/g, ' '));
  const values = operands.map((one) => r.expression(one));
  const tests = operators.flatMap((operator, i): Expression[] => {
    const [left, right] = [values[i], values[i + 1]];
    if (left === undefined || right === undefined) return [];
    const span = r.range(left.span.start, right.span.end);
    if (operator === 'not in')
      return [{ kind: 'unary', span, operator: '!', operand: { kind: 'binary', span, operator: 'in', left, right } }];
    return [{ kind: 'binary', span, operator: comparisons[operator] ?? operator, left, right }];
  });
  const [first, ...rest] = tests;
  if (first === undefined) return r.opaque(node, values);
  const whole = r.span(node);
  return rest.reduce((left, right): Expression => ({ kind: 'binary', span: whole, operator: '&&', left, right }), first);
}

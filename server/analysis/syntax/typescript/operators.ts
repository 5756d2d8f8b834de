import { SyntaxKind, tokenToString } from '#typescript-parser';
import type ts from 'typescript';
import type { Expression, LiteralExpression } from '../ir.js';
import { recordAssignment } from './patterns.js';
import type { Reader } from './reader.js';

const { AmpersandAmpersandToken, BinaryExpression, CaretEqualsToken, CommaToken, EqualsToken } = SyntaxKind;

/**
 * Binary operators, assignments and sequences. Chains such as `a + b + c + …` lean to the left and may be thousands
 * of terms long, so that they are read in a loop.
 */
export function readBinary(r: Reader, node: ts.BinaryExpression): Expression {
  const operator = node.operatorToken.kind;
  if (operator === CommaToken) return readSequence(r, node);
  if (isAssignment(operator)) return readAssignment(r, node);

  const chain = [node];
  let first = node.left;
  while (first.kind === BinaryExpression && (first as ts.BinaryExpression).operatorToken.kind === operator) {
    chain.push(first as ts.BinaryExpression);
    first = (first as ts.BinaryExpression).left;
  }
  const text = textOf(operator);
  if (chain.length > longest) return readLongChain(r, node, text, chain);
  const start = r.start(node);
  let left = r.expression(first);
  for (let i = chain.length - 1; i >= 0; i--) {
    const link = chain[i]!;
    const right = readRight(r, link, left);
    left = { kind: 'binary', span: r.range(start, link.end), operator: text, left, right };
  }
  return left;
}

/** Beyond this, trees get too deep for who walks them by recursion. */
const longest = 200;

const associative: ReadonlySet<string> = new Set(['+', '&&', '||', '??', '|', '&', '*']);

/** Same operands in the same order: a balanced tree when the operator allows it, as it does in long texts. */
function readLongChain(r: Reader, node: ts.BinaryExpression, operator: string, chain: readonly ts.BinaryExpression[]): Expression {
  const operands = [r.expression(chain.at(-1)!.left)];
  for (let i = chain.length - 1; i >= 0; i--) operands.push(r.expression(chain[i]!.right));
  if (associative.has(operator)) return balanced(0, operands.length);
  r.problems.push({ message: 'Nested too deeply to be read.', span: r.span(node) });
  return r.opaque(node, operands);

  function balanced(from: number, to: number): Expression {
    if (to - from === 1) return operands[from]!;
    const middle = (from + to) >> 1;
    const left = balanced(from, middle);
    const right = balanced(middle, to);
    return { kind: 'binary', span: r.range(left.span.start, right.span.end), operator, left, right };
  }
}

function readRight(r: Reader, link: ts.BinaryExpression, left: Expression): Expression {
  if (link.operatorToken.kind !== AmpersandAmpersandToken || left.kind !== 'literal' || left.value !== 0) return r.expression(link.right);
  // `0 && (module.exports = { … })` tells other programs what is exported, and is never executed.
  const { dead } = r.commonJs;
  r.commonJs.dead = true;
  const right = r.expression(link.right);
  r.commonJs.dead = dead;
  return right;
}

function readSequence(r: Reader, node: ts.BinaryExpression): Expression {
  const nodes: ts.Expression[] = [];
  let at: ts.Expression = node;
  while (at.kind === BinaryExpression && (at as ts.BinaryExpression).operatorToken.kind === CommaToken) {
    nodes.push((at as ts.BinaryExpression).right);
    at = (at as ts.BinaryExpression).left;
  }
  nodes.push(at);
  const items: Expression[] = [];
  for (let i = nodes.length - 1; i >= 0; i--) items.push(r.expression(nodes[i]!));
  return { kind: 'sequence', span: r.span(node), items };
}

function readAssignment(r: Reader, node: ts.BinaryExpression): Expression {
  const target = r.expression(node.left);
  const value = r.expression(node.right);
  const operator = textOf(node.operatorToken.kind);
  if (operator !== '=' || !r.commonJs.assigned(target, value)) recordAssignment(r, target, operator, value, []);
  return { kind: 'assign', span: r.span(node), operator, target, value };
}

export function readPrefix(r: Reader, node: ts.PrefixUnaryExpression): Expression {
  return unary(r, node, textOf(node.operator), node.operand);
}

/** `x--` is written as `--x`: the order does not matter here. */
export function readPostfix(r: Reader, node: ts.PostfixUnaryExpression): Expression {
  return unary(r, node, textOf(node.operator), node.operand);
}

export function readKeywordUnary(
  operator: string,
): (r: Reader, node: ts.TypeOfExpression | ts.VoidExpression | ts.DeleteExpression | ts.AwaitExpression) => Expression {
  return (r, node) => unary(r, node, operator, node.expression);
}

export function readYield(r: Reader, node: ts.YieldExpression): Expression {
  const operator = node.asteriskToken === undefined ? 'yield' : 'yield*';
  if (node.expression !== undefined) return unary(r, node, operator, node.expression);
  return { kind: 'unary', span: r.span(node), operator, operand: nothing(r, node.end) };
}

function unary(r: Reader, node: ts.Node, operator: string, inner: ts.Expression): Expression {
  const operand = r.expression(inner);
  const span = r.span(node);
  if (operator === '++' || operator === '--') {
    recordAssignment(r, operand, operator === '++' ? '+=' : '-=', { kind: 'literal', span, value: 1 }, []);
  } else if (operator === 'delete') {
    recordAssignment(r, operand, '=', { kind: 'literal', span, value: undefined }, []);
  } else if (operator === 'void' && operand.kind === 'literal') {
    return { kind: 'literal', span, value: undefined };
  }
  return { kind: 'unary', span, operator, operand };
}

/** The value of `yield;` and of a hole in an array. */
export function nothing(r: Reader, at: number): LiteralExpression {
  return { kind: 'literal', span: r.range(at, at), value: undefined };
}

function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind >= EqualsToken && kind <= CaretEqualsToken;
}

function textOf(kind: ts.SyntaxKind): string {
  return tokenToString(kind) ?? '';
}

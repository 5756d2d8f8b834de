import type { Binding, Expression, Statement, TryStatement } from '../ir.js';
import { readBody } from './bodies.js';
import type { Reader } from './reader.js';
import { childOf, fieldOf, fieldsOf, partsOf, type Node } from './tree.js';

/** `try`; what follows `else` runs only when nothing failed, and its failures are not caught. */
export function readTry(r: Reader, node: Node, out: Statement[]): void {
  const body = readBody(r, fieldOf(node, 'body'));
  const handlers = node.children.filter(({ type }) => type === 'except_clause').map((clause) => readHandler(r, clause));
  const otherwise = childOf(node, 'else_clause');
  const last = childOf(node, 'finally_clause');
  const behind = otherwise === undefined ? [] : readBody(r, fieldOf(otherwise, 'body') ?? childOf(otherwise, 'block'));
  out.push({
    kind: 'try',
    span: r.span(node),
    body: [...body, ...behind],
    ...(behind.length === 0 ? {} : { uncaught: behind.length }),
    handlers,
    finalizer: last === undefined ? [] : readBody(r, childOf(last, 'block')),
  });
}

function readHandler(r: Reader, clause: Node): TryStatement['handlers'][number] {
  const block = childOf(clause, 'block');
  const caught = partsOf(clause).filter(({ type }) => type !== 'block');
  const last = block?.children.findLast(({ type }) => type !== 'comment');
  const isIdle = last?.type === 'pass_statement' || (last?.type === 'expression_statement' && partsOf(last)[0]?.type === 'ellipsis');
  const types: Expression[] = [];
  let whole: Node | undefined;
  let binding: Binding | undefined;
  for (const part of caught) {
    const isAlias = part.type === 'as_pattern';
    const [type] = isAlias ? partsOf(part) : [part];
    whole = type;
    if (type !== undefined) types.push(...(type.type === 'tuple' ? partsOf(type).map((one) => r.expression(one)) : [r.expression(type)]));
    const alias = isAlias ? fieldsOf(part, 'alias')[0] : undefined;
    const name = alias === undefined ? undefined : (alias.children[0] ?? alias);
    if (name !== undefined) binding = r.lookup(r.textOf(name));
  }
  return {
    ...(binding === undefined ? {} : { binding }),
    types,
    body: readBody(r, block),
    span: r.span(clause),
    bodySpan: r.span(block ?? clause),
    ...(whole === undefined ? {} : { caught: r.span(whole) }),
    ...(isIdle && last !== undefined ? { idle: r.span(last) } : {}),
  };
}

/** Functions and calls of a file, found again by their places. */
import type { Span } from '../../../rules/kit/index.js';
import type { CallExpression, Expression, FunctionNode, Module, Statement } from '../syntax/ir.js';
import { contentsOf, partsOf } from '../syntax/children.js';
import { sameSpan } from './layout.js';

/** The function that stands exactly there. */
export function functionAt(module: Module, span: Span): FunctionNode | undefined {
  return found(module, span, (node) => (node.kind === 'function' && sameSpan(node.span, span) ? node : undefined));
}

/** The call whose callee stands exactly there. */
export function callOf(module: Module, callee: Span): CallExpression | undefined {
  return found(module, callee, (node) => (node.kind === 'call' && sameSpan(node.callee.span, callee) ? node : undefined));
}

/** Looks only into what holds the place. */
function found<T>(module: Module, { start, end }: Span, test: (node: Expression) => T | undefined): T | undefined {
  const statements: Statement[] = module.body.filter(({ span }) => span.start <= end && span.end >= start);
  const open: Expression[] = [];
  const take = (expression: Expression): void => {
    open.push(expression);
  };
  for (;;) {
    const node = open.pop();
    if (node === undefined) {
      const statement = statements.pop();
      if (statement === undefined) return undefined;
      const { values, bodies } = contentsOf(statement);
      values.forEach(take);
      for (const body of bodies) statements.push(...body);
      continue;
    }
    const answer = test(node);
    if (answer !== undefined) return answer;
    partsOf(node).forEach(take);
    if (node.kind === 'function') statements.push(...node.body);
    if (node.kind === 'class') for (const { value } of node.members) if (value !== undefined) take(value);
  }
}

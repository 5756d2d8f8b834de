import { partsOf as writtenIn } from '../syntax/children.js';
import type { ClassNode, Expression, Statement } from '../syntax/ir.js';

/** The expressions directly inside an expression, in the order in which they run. Function and class bodies are not inside. */
export function partsOf(expression: Expression): readonly Expression[] {
  return expression.kind === 'function' || expression.kind === 'class' ? none : writtenIn(expression);
}

const none: readonly Expression[] = [];

/** Visits an expression and all parts, outside in. */
export function eachExpression(expression: Expression, visit: (part: Expression) => void): void {
  visit(expression);
  // The parts are those of `partsOf`, without lists: this is done with every expression of a program.
  switch (expression.kind) {
    case 'template':
      if (expression.tag !== undefined) eachExpression(expression.tag, visit);
      for (const hole of expression.holes) eachExpression(hole, visit);
      return;
    case 'member':
      eachExpression(expression.object, visit);
      if (typeof expression.property !== 'string') eachExpression(expression.property, visit);
      return;
    case 'call':
      eachExpression(expression.callee, visit);
      for (const { value } of expression.args) eachExpression(value, visit);
      return;
    case 'object':
      for (const entry of expression.entries) {
        if (entry.kind !== 'spread' && typeof entry.key !== 'string') eachExpression(entry.key, visit);
        eachExpression(entry.value, visit);
      }
      return;
    case 'array':
      for (const { value } of expression.items) eachExpression(value, visit);
      return;
    case 'name':
    case 'literal':
    case 'function':
    case 'class':
      return;
    default:
      for (const part of partsOf(expression)) eachExpression(part, visit);
  }
}

/** Visits every expression of a body, those of inner functions included when `inner` is set, and `'all'` those of classes too. */
export function eachInBody(body: readonly Statement[], visit: (part: Expression) => void, inner: boolean | 'all' = true): void {
  const expression = (part: Expression | undefined): void => {
    if (part === undefined) return;
    eachExpression(part, (found) => {
      visit(found);
      if (inner !== false && found.kind === 'function') eachInBody(found.body, visit, inner);
      if (inner === 'all' && found.kind === 'class') members(found);
    });
  };
  const members = (cls: ClassNode): void => {
    for (const { value } of cls.members) expression(value);
  };
  for (const statement of body) {
    switch (statement.kind) {
      case 'declare':
      case 'expression':
      case 'return':
      case 'throw':
        expression(statement.value);
        break;
      case 'if':
        expression(statement.test);
        eachInBody(statement.then, visit, inner);
        eachInBody(statement.otherwise, visit, inner);
        break;
      case 'loop':
        eachInBody(statement.init, visit, inner);
        expression(statement.iterable);
        expression(statement.test);
        expression(statement.update);
        eachInBody(statement.body, visit, inner);
        break;
      case 'switch':
        expression(statement.subject);
        for (const item of statement.cases) {
          for (const test of item.tests) expression(test);
          eachInBody(item.body, visit, inner);
        }
        break;
      case 'try':
        eachInBody(statement.body, visit, inner);
        for (const handler of statement.handlers) eachInBody(handler.body, visit, inner);
        eachInBody(statement.finalizer, visit, inner);
        break;
      case 'block':
        eachInBody(statement.body, visit, inner);
        break;
      case 'function':
        if (inner !== false) eachInBody(statement.fn.body, visit, inner);
        break;
      case 'class':
        if (inner === 'all') members(statement.cls);
        break;
      case 'break':
      case 'continue':
        break;
    }
  }
}

/** Visits what a body hands back; inner functions hand back to others. */
export function eachReturned(body: readonly Statement[], visit: (value: Expression) => void): void {
  for (const statement of body) {
    switch (statement.kind) {
      case 'return':
        if (statement.value !== undefined) visit(statement.value);
        break;
      case 'if':
        eachReturned(statement.then, visit);
        eachReturned(statement.otherwise, visit);
        break;
      case 'loop':
      case 'block':
        eachReturned(statement.body, visit);
        break;
      case 'switch':
        for (const item of statement.cases) eachReturned(item.body, visit);
        break;
      case 'try':
        eachReturned(statement.body, visit);
        for (const handler of statement.handlers) eachReturned(handler.body, visit);
        eachReturned(statement.finalizer, visit);
        break;
      default:
    }
  }
}

import type { Statement } from './ir.js';

/** Code behind a body may not run: something in it leaves, goes on with the next turn, or throws. */
export function mayLeave(body: readonly Statement[]): boolean {
  return body.some((statement) => {
    switch (statement.kind) {
      case 'return':
      case 'throw':
      case 'break':
      case 'continue':
        return true;
      case 'if':
        return mayLeave(statement.then) || mayLeave(statement.otherwise);
      case 'block':
      case 'loop':
        return mayLeave(statement.body);
      case 'switch':
        return statement.cases.some((item) => mayLeave(item.body));
      case 'try':
        return mayLeave(statement.body) || statement.handlers.some((handler) => mayLeave(handler.body)) || mayLeave(statement.finalizer);
      default:
        return false;
    }
  });
}

import type { CallExpression, Expression } from '../syntax/ir.js';

/** The callee as a reader would name it: `this.db.run` → `db.run`. */
export function labelOf(call: CallExpression): string {
  const name = nameOf(call.callee);
  return (call.isNew ? 'new ' : '') + (name.length > 60 ? `…${name.slice(-58)}` : name);
}

function nameOf(expression: Expression): string {
  switch (expression.kind) {
    case 'name':
      return expression.name;
    case 'member': {
      const object = nameOf(expression.object);
      if (typeof expression.property !== 'string') return `${object}[…]`;
      const { property } = expression;
      return object === '' || object === 'this' ? property : `${object}.${property}`;
    }
    case 'this':
      return 'this';
    case 'super':
      return 'super';
    case 'call':
      return `${nameOf(expression.callee)}()`;
    case 'unary':
      return nameOf(expression.operand);
    default:
      return '';
  }
}

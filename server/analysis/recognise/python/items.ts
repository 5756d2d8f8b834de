/** Assignments to what stands in brackets. */
import type { AssignExpression, CallExpression } from '../../syntax/ir.js';

/** `table[key] = value` as the call that Python makes of it. */
export function setItem({ target, value, operator, span }: AssignExpression): CallExpression | undefined {
  if (operator !== '=' || target.kind !== 'member' || typeof target.property === 'string') return undefined;
  const { object, property, propertySpan } = target;
  const end = { start: span.end, end: span.end };
  return {
    kind: 'call',
    span,
    callee: { kind: 'member', span: target.span, object, property: '__setitem__', propertySpan, optional: false },
    args: [
      { value: property, spread: false, span: property.span },
      { value, spread: false, span: value.span },
    ],
    isNew: false,
    optional: false,
    argsSpan: end,
  };
}

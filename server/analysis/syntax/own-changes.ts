/** Whether a method says what the objects of its class hold. */
import type { CallExpression, Expression, FunctionNode, Mutation } from './ir.js';
import { isPlace } from './pairs.js';

/**
 * Something is assigned to a member of the object, or changed in what a member holds: who asks what the object holds looks for that
 * in all methods.
 *
 * @param matters whether a call of a member changes what it is a member of
 */
export function changesObject(fn: FunctionNode, matters: (mutation: Mutation) => boolean): boolean {
  const seen = new Set<object>();
  const open: unknown[] = [fn.body];
  while (open.length > 0) {
    const at = open.pop();
    if (typeof at !== 'object' || at === null || seen.has(at) || isPlace(at)) continue;
    seen.add(at);
    if ('kind' in at && isChange(at as Expression, fn, matters)) return true;
    for (const [key, value] of Object.entries(at)) if (!leadingAway.has(key)) open.push(value);
  }
  return false;
}

/** What names lead to stands in the body as well, or belongs to others. */
const leadingAway: ReadonlySet<string> = new Set(['binding', 'bindings', 'outer']);
const changing: ReadonlySet<string> = new Set(['++', '--', 'delete']);

function isChange(part: Expression, fn: FunctionNode, matters: (mutation: Mutation) => boolean): boolean {
  switch (part.kind) {
    case 'assign':
      return part.target.kind !== 'name' && isOfObject(part.target);
    case 'unary':
      return changing.has(part.operator) && part.operand.kind === 'member' && isOfObject(part.operand);
    case 'call':
      return isCallThatChanges(part, fn, matters);
    default:
      return false;
  }
}

function isCallThatChanges(call: CallExpression, within: FunctionNode, matters: (mutation: Mutation) => boolean): boolean {
  // `Object.assign(this, options)`, `setattr(self, name, value)`
  if (call.args.some(({ value }) => value.kind === 'this')) return true;
  const { callee } = call;
  if (callee.kind !== 'member' || callee.object.kind === 'this' || !isOfObject(callee.object)) return false;
  return typeof callee.property !== 'string' || matters({ kind: 'call', method: callee.property, call, within });
}

/** `this.jobs`, `this.jobs[id].done`; a pattern may have any of these in it. */
function isOfObject(expression: Expression): boolean {
  let at = expression;
  while (at.kind === 'member') at = at.object;
  return at.kind !== 'name' && at.kind !== 'call';
}

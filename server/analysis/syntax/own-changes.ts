/** What a method says of the objects of its class: who asks what they hold looks for that in all methods. */
import type { CallExpression, Expression, FunctionNode, Mutation } from './ir.js';
import { isPlace } from './pairs.js';

/**
 * Where something is assigned to a member of the object, or changed in what a member holds, and which of its methods are called, by
 * the names that stand there; what is assigned or handed over is not told. `undefined` where that is not written out.
 *
 * @param matters whether a call of a member changes what it is a member of
 */
export function ownChanges(fn: FunctionNode, matters: (mutation: Mutation) => boolean): readonly string[] | undefined {
  const seen = new Set<object>();
  const open: unknown[] = [fn.body];
  const found: string[] = [];
  while (open.length > 0) {
    const at = open.pop();
    if (typeof at !== 'object' || at === null || seen.has(at) || isPlace(at)) continue;
    seen.add(at);
    const changed = 'kind' in at ? changedIn(at as Expression, fn, matters) : none;
    if (changed === undefined) return undefined;
    found.push(...changed);
    for (const [key, value] of Object.entries(at)) if (!leadingAway.has(key)) open.push(value);
  }
  return found;
}

const none: readonly string[] = [];
/** What names lead to stands in the body as well, or belongs to others. */
const leadingAway: ReadonlySet<string> = new Set(['binding', 'bindings', 'outer']);
const changing: ReadonlySet<string> = new Set(['++', '--', 'delete']);
/** `Object.assign(this, options)`, `setattr(self, name, value)` */
const setting: ReadonlySet<string> = new Set(['assign', 'setattr', '__setattr__']);

function changedIn(part: Expression, fn: FunctionNode, matters: (mutation: Mutation) => boolean): readonly string[] | undefined {
  switch (part.kind) {
    case 'assign':
      return ofObject(part.target, part.operator);
    case 'unary':
      return changing.has(part.operator) ? ofObject(part.operand, part.operator) : none;
    case 'call':
      return changedBy(part, fn, matters);
    default:
      return none;
  }
}

function changedBy(call: CallExpression, within: FunctionNode, matters: (mutation: Mutation) => boolean): readonly string[] | undefined {
  const { callee } = call;
  const name = callee.kind === 'name' ? callee.name : callee.kind === 'member' ? callee.property : undefined;
  if (typeof name !== 'string') return callee.kind === 'member' ? ofObject(callee.object, '[]()') : none;
  if (call.args.some(({ value }) => value.kind === 'this') && setting.has(name)) return [name];
  if (callee.kind !== 'member') return none;
  if (callee.object.kind === 'this') return [`${name}()`];
  return matters({ kind: 'call', method: name, call, within }) ? ofObject(callee.object, name) : none;
}

/** `this.jobs`, `this.jobs[].done`; `undefined` for a pattern, which may have any of these in it. */
function ofObject(expression: Expression, how: string): readonly string[] | undefined {
  const names = [how];
  let at = expression;
  while (at.kind === 'member') {
    names.push(typeof at.property === 'string' ? at.property : '[]');
    at = at.object;
  }
  if (at.kind === 'this') return [names.join(' ')];
  return at.kind === 'array' || at.kind === 'object' ? undefined : none;
}

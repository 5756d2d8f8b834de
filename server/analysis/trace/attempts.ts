/** What is tried again: loops, and functions that call themselves. */
import type { Binding, Expression, FunctionNode, LoopStatement, Statement, TryStatement } from '../syntax/ir.js';
import { always, eachStatement } from './catches.js';
import { eachExpression, eachInBody } from './parts.js';
import { failureName, provesNothingDone } from './python/failures.js';
import { goesOnOnlyUndone, refusal } from './undone.js';

/** A loop that does the same again after a failure: it tries, leaves on success and goes on when it fails. */
export function isRetryLoop(loop: LoopStatement): boolean {
  if (loop.form === 'in' || (loop.form === 'of' && !countsAttempts(loop)) || picksByCounter(loop)) return false;
  return loop.body.some((statement) => {
    if (statement.kind !== 'try') return false;
    const leavesLoop = (body: readonly Statement[]): boolean =>
      always(body, (part) => part.kind === 'throw' || part.kind === 'return' || part.kind === 'break');
    const isHarmless = ({ body }: { readonly body: readonly Statement[] }): boolean =>
      leavesLoop(body) || goesOnOnlyUndone(body, leavesLoop);
    if (statement.handlers.every((handler) => triesOnlyUndone(handler) || isHarmless(handler))) return false;
    let leaves = false;
    // Who leaves in the handler alone gives up, and goes on after each success.
    const onSuccess = [...statement.body, ...loop.body.filter((other) => other !== statement)];
    eachStatement(onSuccess, (inner) => (leaves ||= inner.kind === 'return' || inner.kind === 'break'));
    return leaves || endsByFlag(loop, statement);
  });
}

/** `for (let i = 0; i < all.length; i++)`: what is tried is done with `all[i]`, another thing each time. */
function picksByCounter({ form, bindings, body }: LoopStatement): boolean {
  if (form !== 'for') return false;
  const counted = new Set<Binding>(bindings);
  const picks = (part: Expression): boolean => {
    let found = false;
    if (part.kind === 'member' && typeof part.property !== 'string')
      eachExpression(part.property, (inner) => (found ||= inner.kind === 'name' && counted.has(inner.binding!)));
    return found;
  };
  const picked = new Set<Binding>();
  for (const statement of body)
    if (statement.kind === 'declare' && statement.value !== undefined)
      eachExpression(statement.value, (part) => picks(part) && statement.bindings.forEach((one) => picked.add(one)));
  let found = false;
  for (const statement of body)
    if (statement.kind === 'try')
      eachInBody(statement.body, (part) => (found ||= picks(part) || (part.kind === 'name' && picked.has(part.binding!))));
  return found;
}

/** `for attempt in range(3)`: a number that what is tried does not use, unless its name says that it counts attempts. */
export function countsAttempts({ form, iterable, bindings, body }: LoopStatement): boolean {
  if (form !== 'of') return false;
  const callee = iterable?.kind === 'call' ? iterable.callee : undefined;
  const counts = callee?.kind === 'name' ? callee.name === 'range' && callee.binding === undefined : isIterCount(callee);
  if (!counts || bindings.some(({ name }) => /^_*(?:attempt|retr|tr(?:y|ies))/i.test(name))) return counts;
  let used = false;
  for (const statement of body)
    if (statement.kind === 'try') eachInBody(statement.body, (part) => (used ||= part.kind === 'name' && bindings.includes(part.binding!)));
  return !used;
}

/** `itertools.count()`, `itertools.repeat(None, 3)` */
function isIterCount(callee: Expression | undefined): boolean {
  return (
    callee?.kind === 'member' &&
    callee.object.kind === 'name' &&
    callee.object.name === 'itertools' &&
    (callee.property === 'count' || callee.property === 'repeat')
  );
}

/** Only failures before anything was done are caught. */
function triesOnlyUndone({ types }: TryStatement['handlers'][number]): boolean {
  return types.length > 0 && types.every((type) => provesNothingDone(failureName(type) ?? ''));
}

/** A handler that calls the function it stands in, after failures that do not prove that nothing was done. */
export function callsAgain(statement: TryStatement, fn: FunctionNode): boolean {
  let found = false;
  for (const handler of statement.handlers) {
    const undone = new Set<Expression>();
    eachStatement(handler.body, (inner) => {
      if (inner.kind === 'if' && refusal(inner.test) === 'refused') eachInBody(inner.then, (part) => undone.add(part));
    });
    eachInBody(handler.body, (part) => {
      if (part.kind !== 'call' || undone.has(part)) return;
      const { callee } = part;
      if (callee.kind === 'name') found ||= callee.binding?.source?.kind === 'function' && callee.binding.source.fn === fn;
      if (callee.kind === 'name' && callee.binding?.source?.kind === 'value') found ||= callee.binding.source.value === fn;
      if (callee.kind === 'member' && callee.object.kind === 'this') found ||= fn.name !== undefined && callee.property === fn.name;
    });
  }
  return found;
}

/** `while (!done) { try { …; done = true; } catch {} }` */
function endsByFlag(loop: LoopStatement, statement: TryStatement): boolean {
  const tested = new Set<Binding>();
  if (loop.test !== undefined)
    eachExpression(loop.test, (part) => part.kind === 'name' && part.binding !== undefined && tested.add(part.binding));
  let found = false;
  eachInBody(statement.body, (part) => {
    if (part.kind === 'assign' && part.target.kind === 'name' && part.target.binding !== undefined)
      found ||= tested.has(part.target.binding);
  });
  return found;
}

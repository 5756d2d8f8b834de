/** What code that stands behind a clause says of what was tried. */
import type { Binding, Expression, FunctionNode, Statement, TryStatement } from '../../syntax/ir.js';
import { contentsOf } from '../../syntax/children.js';
import { eachStatement, failureWords } from '../../trace/catches.js';
import { eachExpression, eachInBody } from '../../trace/parts.js';
import { isLogged } from './steps.js';
import type { Node } from './way-to.js';
import { lastName } from '../../syntax/last-name.js';

/** The next thing that happens behind a node is that the function fails, or says that it did. */
export function failsBehind(way: readonly Node[], node: Node, fn: FunctionNode | undefined): boolean {
  if (fn === undefined) return false;
  for (let at = way.indexOf(node); at > 0; at--) {
    const parent = way[at - 1]!;
    const lists = parent === fn ? [fn.body] : isStatement(parent) ? contentsOf(parent).bodies : [];
    const list = lists.find((one) => one.includes(way[at] as Statement)) ?? [];
    const next = list.slice(list.indexOf(way[at] as Statement) + 1).find((statement) => !isLogLine(statement));
    if (next !== undefined) return next.kind === 'throw' || (next.kind === 'return' && next.value !== undefined && tells(next.value));
    if (parent === fn || parent.kind === 'loop') return false;
  }
  return false;
}

function isStatement(node: Node): node is Statement {
  return /^(?:if|block|loop|switch|try)$/.test(node.kind);
}

/** Nothing but a line of a log. */
export function isLogLine(statement: Statement): boolean {
  return statement.kind === 'expression' && statement.value.kind === 'call' && isLogged(statement.value);
}

const failed = /^(?:errors?|err|isError|is_error|failure)$/;
const worked = /^(?:success\w{0,5}|ok|succeeded)$/;

/** `{ success: false }`, `{ error: … }`, `'Error: …'`, `false` */
function tells(value: Expression): boolean {
  if (value.kind === 'literal' && value.value === false) return true;
  let found = false;
  eachExpression(value, (part) => {
    if (part.kind === 'literal' && typeof part.value === 'string') found ||= failureWords.test(part.value);
    if (part.kind === 'template') found ||= part.texts.some((text) => failureWords.test(text));
    if (part.kind !== 'object') return;
    for (const entry of part.entries) {
      if (entry.kind !== 'entry' || typeof entry.key !== 'string') continue;
      const isNone = entry.value.kind === 'literal' && !entry.value.value;
      found ||= worked.test(entry.key) ? isNone : failed.test(entry.key) && !isNone;
    }
  });
  return found;
}

/** `done.push(id)` */
const collecting = /^(?:push|append|add)$/;

/** `done = true` at the end of what is tried, or an answer that is kept in a variable from before, and is mentioned behind it. */
export function isNoted({ body, span }: TryStatement, fn: FunctionNode): boolean {
  const own = new Set<Binding>();
  eachStatement(body, (statement) => {
    if (statement.kind === 'declare') for (const binding of statement.bindings) own.add(binding);
  });
  const set = new Set<Binding>();
  let isMarked = false;
  eachInBody(
    body,
    (part) => {
      if (part.kind === 'call' && part.callee.kind === 'member' && collecting.test(lastName(part.callee) ?? '')) {
        const { object } = part.callee;
        if (object.kind === 'name' && object.binding !== undefined && !own.has(object.binding)) set.add(object.binding);
      }
      if (part.kind !== 'assign') return;
      const { target, value } = part;
      if (target.kind === 'name' && target.binding !== undefined && !own.has(target.binding)) set.add(target.binding);
      isMarked ||= target.kind === 'member' && value.kind === 'literal' && typeof value.value === 'boolean';
    },
    false,
  );
  if (isMarked) return true;
  let isMentioned = false;
  eachInBody(fn.body, (part) => {
    isMentioned ||= part.kind === 'name' && part.span.start >= span.end && part.binding !== undefined && set.has(part.binding);
  });
  return isMentioned;
}

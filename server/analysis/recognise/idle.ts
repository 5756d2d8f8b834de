/** Statements in which nothing can be registered, as far as their names tell: most of a function that registers something. */
import type { CallExpression, Expression, Statement } from '../syntax/ir.js';
import { mayLeave } from '../syntax/leaving.js';
import { eachInBody } from '../trace/parts.js';
import type { LeadingNames } from './leading.js';

/** Methods that put something where others may register it from. */
const putting: ReadonlySet<string> = new Set([
  'push',
  'unshift',
  'add',
  'set',
  'assign',
  'append',
  'extend',
  'insert',
  'update',
  'setdefault',
]);

/** Nothing in a statement can lead to a registration or say anything about tools (`calls`: names of what does), and what comes after it always runs, or never does. */
export function isIdle(statement: Statement, leading: LeadingNames, calls: ReadonlySet<string>): boolean {
  if (statement.kind === 'function' || statement.kind === 'class') return true;
  if (statement.kind !== 'return' && statement.kind !== 'throw' && mayLeave([statement])) return false;
  let idle = true;
  eachInBody([statement], (part) => {
    if (idle && matters(part, leading, calls)) idle = false;
  });
  return idle;
}

function matters(part: Expression, leading: LeadingNames, called: ReadonlySet<string>): boolean {
  switch (part.kind) {
    case 'name':
      return leading.has(part.name);
    case 'member':
      return typeof part.property !== 'string' || leading.has(part.property);
    case 'call':
      return calls(part, leading, called);
    case 'assign':
      return part.target.kind === 'member';
    case 'class':
      return true;
    default:
      return false;
  }
}

function calls({ callee, isNew }: CallExpression, leading: LeadingNames, called: ReadonlySet<string>): boolean {
  if (callee.kind === 'name') {
    const { binding, name } = callee;
    if (called.has(name) || leading.has(`${name}()`)) return true;
    // Another name for a function, or for a class, may be one that leads.
    if (binding === undefined || binding.kind === 'import' || binding.kind === 'function' || binding.kind === 'class') return false;
    return isNew || binding.source?.kind !== 'value' || binding.source.value.kind !== 'function';
  }
  if (callee.kind === 'function') return false;
  if (callee.kind !== 'member' || typeof callee.property !== 'string') return true;
  const { object, property } = callee;
  if (putting.has(property) || called.has(property) || leading.has(`${property}()`)) return true;
  const holder = object.kind === 'name' ? object.name : object.kind === 'member' ? object.property : undefined;
  return typeof holder === 'string' && leading.has(`${holder}.${property}()`);
}

/** Code that an engine runs again to find out how far it came. */
import type { FunctionNode, Module, Statement } from '../syntax/ir.js';
import type { Env } from './env.js';

/**
 * In a workflow, chance and time are played back, so that they are the same whenever it is resumed. What it calls as a step runs once, with
 * real chance.
 */
export function isPlayedBack(env: Env): boolean {
  for (let at: Env | undefined = env; at !== undefined; at = at.parent) {
    if (at.owner.kind !== 'function' && at.owner.kind !== 'module') continue;
    const said = directiveOf(at.owner.body[0]);
    if (said === 'use workflow' || said === 'use step') return said === 'use workflow';
  }
  return false;
}

/** `'use step'`, when a body begins with such words. */
export function directiveOf(statement: Statement | undefined): string | undefined {
  if (statement?.kind !== 'expression' || statement.value.kind !== 'literal') return undefined;
  const { value } = statement.value;
  return typeof value === 'string' ? value : undefined;
}

/** A step that is run again when it fails, unless the module says `charge.maxRetries = 0`. */
export function isRepeatedStep({ name, body }: FunctionNode, { body: statements }: Module): boolean {
  if (directiveOf(body[0]) !== 'use step') return false;
  return !statements.some((statement) => {
    if (name === undefined || statement.kind !== 'expression' || statement.value.kind !== 'assign') return false;
    const { target, value } = statement.value;
    if (target.kind !== 'member' || target.property !== 'maxRetries' || target.object.kind !== 'name') return false;
    return target.object.name === name && value.kind === 'literal' && value.value === 0;
  });
}

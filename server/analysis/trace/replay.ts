/** Code that an engine runs again to find out how far it came. */
import type { Statement } from '../syntax/ir.js';
import type { Env } from './env.js';

/**
 * In a workflow, chance and time are played back, so that they are the same whenever it is resumed. What it calls as a step runs once, with
 * real chance.
 */
export function isPlayedBack(env: Env): boolean {
  for (let at: Env | undefined = env; at !== undefined; at = at.parent) {
    if (at.owner.kind !== 'function' && at.owner.kind !== 'module') continue;
    const said = directive(at.owner.body[0]);
    if (said !== undefined) return said === 'use workflow';
  }
  return false;
}

function directive(statement: Statement | undefined): string | undefined {
  if (statement?.kind !== 'expression' || statement.value.kind !== 'literal') return undefined;
  const { value } = statement.value;
  return value === 'use workflow' || value === 'use step' ? value : undefined;
}

/** Code that an engine runs again to find out how far it came. */
import type { Access, Again } from '../../../rules/kit/index.js';
import type { Statement } from '../syntax/ir.js';
import type { Env } from './env.js';
import type { Value } from './value.js';

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

/** Whether something is run again when it fails, by what `given` says stands at a place. */
export function isAgain({ at = [], never, otherwise }: Again, given: (access: Access) => Value | undefined): boolean {
  const said = at.flatMap((access) => given(access) ?? []).filter((value) => !isNothing(value));
  if (said.length === 0) return otherwise;
  return said.some((value) => value.kind !== 'constant' || (value.value !== never && value.value !== false));
}

function isNothing(value: Value): boolean {
  return value.kind === 'constant' && (value.value === undefined || value.value === null);
}

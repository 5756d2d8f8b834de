/** With whose credential a call asks: the variable of the environment that its client was made with, or that a header holds. */
import { somePart } from './some-part.js';
import type { Tracer } from './tracer.js';
import type { Value } from './value.js';

/** Names of variables that hold a credential, or lead to what one is for. */
export const telling = /key|token|secret|password|credential|role|dsn|auth|_url$/i;

/** The name of the variable, when it is named like a credential. */
export function variableIn(values: readonly (Value | undefined)[]): string | undefined {
  let found: string | undefined;
  const isTelling = (part: Value): boolean => {
    if (part.kind === 'environment' && telling.test(part.name)) found ??= part.name;
    return found !== undefined;
  };
  for (const value of values) if (value !== undefined && somePart(value, isTelling)) return found;
  return undefined;
}

/** What a client was made with, and what that was made with: `client.from('notes')` is of the client. */
export function madeWith(tracer: Tracer, receiver: Value | undefined, depth = 0): readonly Value[] {
  if (receiver?.kind !== 'external' || depth > 4) return [];
  const { args = [], call } = receiver;
  const callee = call === undefined || call.node.isNew ? undefined : call.node.callee;
  const owner = callee?.kind === 'member' && call !== undefined ? tracer.evaluate(callee.object, call.env) : undefined;
  return [...args, ...[owner, ...args].flatMap((one) => madeWith(tracer, one, depth + 1))];
}

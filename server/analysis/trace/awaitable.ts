import type { Expression } from '../syntax/ir.js';
import type { Env } from './env.js';
import { calleesOf } from './invoke.js';
import type { Tracer } from './tracer.js';

/** What is awaited may be an object that says itself what that does: an `async` function gives what it returns, whatever that is. */
export function mayBeAwaitable(tracer: Tracer, operand: Expression, env: Env): boolean {
  if (operand.kind !== 'call' || operand.isNew) return true;
  return calleesOf(tracer, operand, env).some(({ value }) => value.kind !== 'external' && (value.kind !== 'function' || !value.fn.async));
}

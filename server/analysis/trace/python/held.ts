/** What a server keeps while it runs. */
import type { Reference } from '../library.js';
import type { Tracer } from '../tracer.js';
import type { ExternalValue, Value } from '../value.js';
import { keywordsIn } from './arguments.js';

/** `context.lifespan_context`: what the function yields that the server was given. */
export function heldBy(tracer: Tracer, { args }: ExternalValue, member: Reference): Value | undefined {
  const name = args === undefined ? undefined : tracer.libraries.holds(member)?.replace('arg :', '');
  const fn = name === undefined ? undefined : keywordsIn(args!)?.properties.get(name)?.value();
  if (fn?.kind !== 'function') return undefined;
  const made = tracer.callFunction(fn, []);
  return made.kind === 'array' ? (made.items[0] ?? made.rest) : undefined;
}

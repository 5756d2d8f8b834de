/** Objects of which nobody but the function that makes them ever hears. */
import type { CallExpression, FunctionNode } from '../syntax/ir.js';
import { wholeOf } from '../syntax/inner.js';
import type { Env } from '../trace/env.js';
import { eachInBody } from '../trace/parts.js';
import type { Tracer } from '../trace/tracer.js';

/** Whether a function only asks the object that a call in it makes, by its members, and hands it to nobody: no agent can have it. */
export function isUsedUp(tracer: Tracer, call: CallExpression, { owner, module }: Env): boolean {
  if (owner.kind !== 'function') return false;
  tracer.touchAll(wholeOf(module, owner));
  return madeForItself(owner).has(call);
}

/** By the body: an edit inside of a function gives it another one, and leaves the function. */
const known = new WeakMap<FunctionNode['body'], ReadonlySet<unknown>>();

/** What makes the objects that a function keeps under a name of its own, and asks for members alone. */
function madeForItself(fn: FunctionNode): ReadonlySet<unknown> {
  let found = known.get(fn.body);
  if (found === undefined) known.set(fn.body, (found = search(fn)));
  return found;
}

function search(fn: FunctionNode): ReadonlySet<unknown> {
  const asked = new Set<unknown>();
  const named = new Map<unknown, { readonly made: unknown; readonly isAsked: boolean }>();
  eachInBody(fn.body, (part) => {
    if (part.kind === 'member') asked.add(part.object);
    const source = part.kind === 'name' && part.binding?.owner === fn && part.binding.writes.length === 0 ? part.binding.source : undefined;
    if (source?.kind === 'value' && source.value.kind === 'call' && source.path.length === 0)
      named.set(part, { made: source.value, isAsked: asked.has(part) });
  });
  const handed = new Set([...named.values()].flatMap(({ made, isAsked }) => (isAsked ? [] : made)));
  return new Set([...named.values()].map(({ made }) => made).filter((made) => !handed.has(made)));
}

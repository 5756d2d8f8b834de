/** Keyword arguments that are passed on as a whole: `server.tool(name, **kwargs)`. */
import type { Binding, CallExpression, FunctionNode } from '../../syntax/ir.js';
import { eachInBody } from '../../trace/parts.js';
import type { Env } from '../../trace/env.js';

/** The function hands them to somebody else as well, who may put more into them: `self._record(name, kwargs)`. */
export function mayHoldMore(call: CallExpression, env: Env): boolean {
  const packed = call.args.flatMap(({ name, value }) => (name === '**' && value.kind === 'name' ? (value.binding ?? []) : []));
  return packed.some((binding) => {
    const fn = takes(binding, env);
    if (fn === undefined) return false;
    let isHanded = false;
    eachInBody(fn.body, (part) => {
      if (part.kind !== 'call' || part === call) return;
      isHanded ||= part.args.some(({ name, value }) => name !== '**' && value.kind === 'name' && value.binding === binding);
    });
    return isHanded;
  });
}

/** The function around the call of which the binding is the last parameter, `**kwargs`. */
function takes(binding: Binding, env: Env): FunctionNode | undefined {
  for (let at: Env | undefined = env; at !== undefined; at = at.parent) {
    if (at.owner.kind !== 'function') continue;
    if (at.owner.parameters.some(({ packs, bindings }) => packs === 'dict' && bindings.includes(binding))) return at.owner;
  }
  return undefined;
}

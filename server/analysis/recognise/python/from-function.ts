/** Functions that are handed to an agent as they are. */
import type { Tracer } from '../../trace/tracer.js';
import type { FunctionValue } from '../../trace/value.js';
import type { Collected } from '../definition.js';
import type { SetDraft } from '../draft.js';

/** A function of a list is a tool with the function's name, unless something else makes a tool of it. */
export function fromFunction(
  tracer: Tracer,
  { set, framework, library, call, env }: SetDraft,
  value: FunctionValue,
  into: Collected,
): void {
  const { fn } = value;
  if (set.functions !== true || fn.name === undefined || fn.name === '') return;
  const { file } = value.env.module;
  const at = { file, span: fn.span };
  into.definitions.push({
    framework,
    library,
    name: fn.name,
    nameAt: { file, span: fn.nameSpan ?? fn.span },
    at,
    gateSlots: {},
    handler: value,
    bare: true,
    ...(set.agent ? { agent: { ...tracer.place(call.callee.span, env), label: 'the agent that runs it' } } : {}),
  });
}

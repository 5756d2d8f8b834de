/** A handler that answers the list of tools, joined to the one that answers their calls. */
import { eachInBody } from '../trace/parts.js';
import type { Tracer } from '../trace/tracer.js';
import { constant, optionsOf, undefinedValue, type ObjectValue, type Value } from '../trace/value.js';
import type { Collected } from './definition.js';
import { placeOf, writtenAt } from './definition-place.js';
import type { DispatchDraft } from './draft.js';
import { field, namesIn, shaped } from './fields.js';

export function fromList(tracer: Tracer, draft: DispatchDraft, invoke: DispatchDraft | undefined, into: Collected): void {
  const { dispatch, env, call } = draft;
  const place = tracer.place(call.callee.span, env);
  let found = 0;
  for (const handler of optionsOf(draft.handler)) {
    if (handler.kind !== 'function') continue;
    const result = tracer.callFunction(handler, []);
    for (const answer of optionsOf(result)) {
      const tools = dispatch.tools === '' ? answer : field(tracer, answer, dispatch.tools);
      for (const list of optionsOf(tools ?? undefinedValue)) {
        if (list.kind !== 'array') continue;
        if (list.rest !== undefined && !handsOn(draft, handler))
          into.opaque.push({ ...place, reason: 'some of the tools come from a list that is made at run time' });
        // Some that are made at run time are told all the same: each of what is in a dictionary that others fill.
        for (const item of [...list.items, list.rest ?? undefinedValue]) found += fromItem(tracer, draft, invoke, item, into);
      }
    }
  }
  if (found === 0 && !optionsOf(draft.handler).some((handler) => handsOn(draft, handler)))
    into.opaque.push({ ...place, reason: 'the list of tools is made at run time' });
}

/** It asks for the tools behind it, which are found where they are registered. */
function handsOn({ dispatch }: DispatchDraft, handler: Value): boolean {
  if (dispatch.methods === undefined || handler.kind !== 'function') return false;
  const next = handler.fn.parameters[1]?.name;
  let asks = next === undefined;
  eachInBody(handler.fn.body, (part) => void (asks ||= part.kind === 'name' && part.name === next));
  return asks;
}

function fromItem(tracer: Tracer, draft: DispatchDraft, invoke: DispatchDraft | undefined, item: Value, into: Collected): number {
  const { dispatch } = draft;
  let found = 0;
  for (const value of optionsOf(item)) {
    if (value.kind !== 'object') continue;
    const copy = placeOf(value) ?? tracer.place(draft.call.span, draft.env);
    const known = namesIn(tracer, value, dispatch.shape);
    if (known.length === 0) into.opaque.push({ ...copy, reason: 'the name of the tool could not be told' });
    for (const name of known) {
      found++;
      const at = (name.at === undefined ? undefined : writtenAt(tracer, value, String(dispatch.shape.name ?? ''), name.at)) ?? copy;
      into.definitions.push({
        framework: draft.framework,
        library: draft.library,
        name: name.text,
        nameAt: name.at ?? at,
        at,
        gateSlots: {},
        ...shaped(tracer, dispatch.shape, value),
        ...(invoke === undefined
          ? {}
          : {
              handler: invoke.handler,
              dispatched: {
                name: dispatch.requestName,
                input: dispatch.requestInput,
                ...(dispatch.requestAt === undefined ? {} : { at: dispatch.requestAt }),
                ...(dispatch.methods === undefined ? {} : { asked: dispatch.methods.asked, next: dispatch.methods.next }),
              },
            }),
      });
    }
  }
  return found;
}

/** The value that a request to a shared handler has for one tool. */
export function requestFor(name: string, namePath: string, inputPath: string, input: Value): ObjectValue {
  const build = (entries: readonly (readonly [readonly string[], Value])[]): ObjectValue => {
    const properties = new Map<string, { value: () => Value }>();
    const heads = new Map<string, (readonly [readonly string[], Value])[]>();
    for (const [path, value] of entries) {
      const [head, ...rest] = path as [string, ...string[]];
      if (rest.length === 0) properties.set(head, { value: () => value });
      else heads.set(head, [...(heads.get(head) ?? []), [rest, value]]);
    }
    for (const [head, inner] of heads) {
      const value = build(inner);
      properties.set(head, { value: () => value });
    }
    return { kind: 'object', id: requestId(name), properties, open: true, others: [] };
  };
  return build([
    [namePath.split('.'), constant(name)],
    [inputPath.split('.'), input],
  ]);
}

const requestIds = new Map<string, number>();

/** One identity for each tool name, so that summaries of the shared handler are found again. */
function requestId(name: string): number {
  let id = requestIds.get(name);
  if (id === undefined) requestIds.set(name, (id = -1 - requestIds.size));
  return id;
}

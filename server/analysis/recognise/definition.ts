/** One tool as its framework declares it: values and places, before its handler is followed. */
import type { Evidence, Framework, Place, Slot, ToolShape } from '../../../rules/kit/index.js';
import type { Expression } from '../syntax/ir.js';
import type { Env } from '../trace/env.js';
import { argumentOf } from '../trace/invoke.js';
import { memberOf } from '../trace/members.js';
import { slotBelow, slotOf } from '../trace/slots.js';
import type { Tracer } from '../trace/tracer.js';
import { constant, optionsOf, stringOf, undefinedValue, type ObjectValue, type Value } from '../trace/value.js';
import { isWithin, ownerOf, placeOf, writtenAt } from './definition-place.js';
import type { CallDraft, DispatchDraft, Draft, LooseDraft, SetDraft } from './draft.js';

export interface Definition {
  readonly framework: Framework;
  readonly library: string;
  readonly name: string;
  readonly nameAt: Place;
  /** The call or object that defines the tool. */
  readonly at: Place;
  readonly title?: Value;
  readonly description?: Value;
  readonly input?: Value;
  readonly hints?: Value;
  readonly hintSlot?: Slot;
  /** The object that would hold the hints may hold more than is known. */
  readonly configOpen?: boolean;
  readonly handler?: Value;
  readonly gate?: Value;
  /** Gate value from a map by tool name on the call that runs the tool. */
  readonly setGate?: Value;
  readonly open?: readonly string[];
  readonly gateSlots: { readonly definition?: Slot; readonly set?: Slot };
  readonly agent?: Evidence;
  /** One handler serves many tools and is told the name: path of the name, path of the arguments. */
  /** Name of the object or function that holds it. */
  readonly group?: string;
  readonly dispatched?: { readonly name: string; readonly input: string };
}

export interface Opaque extends Place {
  readonly reason: string;
}

/** What one draft says. */
export interface Declared {
  readonly definitions: readonly Definition[];
  readonly opaque: readonly Opaque[];
}

/** What a draft declares; `other`: the draft that answers the calls of its tools, or itself. */
export function declared(tracer: Tracer, draft: Draft, other: Draft): Declared {
  const definitions: Definition[] = [];
  const opaque: Opaque[] = [];
  if (draft.kind === 'call') fromCall(tracer, draft, definitions, opaque);
  else if (draft.kind === 'set') fromSet(tracer, draft, definitions, opaque);
  else if (draft.kind === 'loose') fromLoose(tracer, draft, definitions);
  else if (draft.role === 'list') fromList(tracer, draft, other === draft ? undefined : (other as DispatchDraft), definitions, opaque);
  return { definitions, opaque };
}

/** A name that is made at run time is replaced by the place of the call. */
function names(value: Value | undefined): readonly { readonly text: string; readonly at: Place | undefined }[] {
  return optionsOf(value ?? undefinedValue).flatMap((option) => {
    const text = stringOf(option);
    return text === undefined ? [] : [{ text, at: option.kind === 'constant' ? option.at : undefined }];
  });
}

function fromCall(tracer: Tracer, draft: CallDraft, into: Definition[], opaque: Opaque[]): void {
  const { call, env, form, args } = draft;
  const at = tracer.place(call.span, env);
  const value = (access: CallDraft['form']['name']): Value | undefined =>
    access === undefined ? undefined : argumentOf(tracer, access, args);
  const known = names(value(form.name));
  if (known.length === 0) {
    opaque.push({ ...at, reason: 'the name of the tool could not be told' });
    return;
  }
  const hintAccess = form.hints;
  const hintSlot =
    hintAccess === undefined
      ? missingHintSlot(draft)
      : followed(tracer, slotOf(tracer, call, env, hintAccess), call.args[indexOf(hintAccess)]?.value, env, tailOf(hintAccess));
  for (const name of known) {
    const nameAt = name.at ?? tracer.place(call.args[0]?.span ?? call.span, env);
    into.push({
      framework: draft.framework,
      library: draft.library,
      name: name.text,
      nameAt,
      at: isWithin(nameAt, at) ? at : ownerOf(tracer, call.args[indexOf(form.name ?? 'arg 0')]?.value, env, nameAt),
      gateSlots: {},
      ...(draft.group === undefined ? {} : { group: draft.group }),
      ...optional('title', value(form.title)),
      ...optional('description', value(form.description)),
      ...optional('input', value(form.input)),
      ...optional('hints', value(form.hints)),
      ...(hintSlot === undefined ? {} : { hintSlot }),
      ...(isOpen(args[indexOf(form.hints ?? 'arg 0')]) ? { configOpen: true } : {}),
      ...optional('handler', value(form.handler)),
      ...optional('gate', value(form.gate)),
    });
  }
}

function optional<K extends string>(key: K, value: Value | undefined): { readonly [P in K]?: Value } {
  return value === undefined || (value.kind === 'constant' && value.value === undefined)
    ? {}
    : ({ [key]: value } as { readonly [P in K]: Value });
}

/** An object with a spread, or a value that could not be told. */
function isOpen(value: Value | undefined): boolean {
  return value !== undefined && optionsOf(value).some((option) => option.kind === 'unknown' || (option.kind === 'object' && option.open));
}

function indexOf(access: string): number {
  return Number(/^arg (\d+)/.exec(access)?.[1] ?? 0);
}

function tailOf(access: string): readonly string[] {
  const tail = /^arg \d+\.(.+)$/.exec(access)?.[1];
  return tail === undefined ? [] : tail.split('.');
}

/** An overload without hints takes them as an argument before the handler. */
function missingHintSlot(draft: CallDraft): Slot | undefined {
  if (draft.framework.hintNames === undefined) return undefined;
  const { call, env } = draft;
  const handler = indexOf(draft.form.handler ?? 'arg 0');
  const argument = call.args[handler];
  if (argument === undefined || call.args.some((item) => item.spread)) return undefined;
  const { file } = env.module;
  return {
    file,
    insert: { kind: 'argument', call: { file, span: call.argsSpan, args: call.args.map((item) => item.span) }, index: handler, path: [] },
  };
}

/**
 * Where a config literal only passes a value on (`annotations: tool.annotations`), the definition's own literal is the
 * place to edit.
 */
function followed(tracer: Tracer, slot: Slot, config: Expression | undefined, env: Env, path: readonly string[]): Slot {
  if (config?.kind !== 'object' || path.length !== 1) return slot;
  const entry = config.entries.find((item) => item.kind === 'entry' && item.key === path[0]);
  if (entry === undefined || entry.kind !== 'entry') return slot;
  if (entry.value.kind === 'member' && typeof entry.value.property === 'string') {
    const owner = tracer.evaluate(entry.value.object, env);
    if (owner.kind === 'object') return slotBelow(owner, [entry.value.property]) ?? { file: slot.file };
  }
  if (entry.value.kind === 'name') {
    const value = tracer.evaluate(entry.value, env);
    if (value.kind === 'object' && value.node?.kind === 'object' && value.file !== undefined) {
      return { file: value.file, existing: value.node.span, object: siteFrom(value) };
    }
    return { file: slot.file };
  }
  return slot;
}

function siteFrom(value: ObjectValue): NonNullable<Slot['object']> {
  const node = value.node as Expression & { kind: 'object' };
  return {
    file: value.file!,
    span: node.span,
    entries: node.entries.map((entry) => ({
      key: entry.kind === 'spread' || typeof entry.key !== 'string' ? null : entry.key,
      span: entry.span,
      value: entry.value.span,
    })),
  };
}

function field(tracer: Tracer, of: Value, path: string | undefined): Value | undefined {
  if (path === undefined) return undefined;
  let value = of;
  for (const key of path.split('.')) value = memberOf(tracer, value, key);
  return value.kind === 'constant' && value.value === undefined ? undefined : value;
}

function firstField(tracer: Tracer, of: Value, paths: readonly string[] | undefined): Value | undefined {
  for (const path of paths ?? []) {
    const value = field(tracer, of, path);
    if (value !== undefined && value.kind !== 'unknown') return value;
  }
  return undefined;
}

function shaped(
  tracer: Tracer,
  shape: ToolShape,
  value: ObjectValue,
): Pick<Definition, 'title' | 'configOpen' | 'description' | 'input' | 'hints' | 'handler' | 'gate'> & { readonly hintSlot?: Slot } {
  const hintSlot = shape.hints === undefined ? undefined : slotBelow(value, shape.hints.split('.'));
  return {
    ...optional('title', field(tracer, value, shape.title)),
    ...(value.open ? { configOpen: true } : {}),
    ...optional('description', firstField(tracer, value, shape.description)),
    ...optional('input', firstField(tracer, value, shape.input)),
    ...optional('hints', field(tracer, value, shape.hints)),
    ...optional('handler', firstField(tracer, value, shape.handler)),
    ...optional('gate', shape.gate === undefined ? undefined : field(tracer, value, shape.gate)),
    ...(hintSlot === undefined ? {} : { hintSlot }),
  };
}

// ---------------------------------------------------------------------------------------- sets of tools

function fromSet(tracer: Tracer, draft: SetDraft, into: Definition[], opaque: Opaque[]): void {
  const { call, env, set, args } = draft;
  const place = tracer.place(call.callee.span, env);
  for (const tools of optionsOf(argumentOf(tracer, set.tools, args) ?? undefinedValue)) {
    if (tools.kind !== 'object') {
      if (tools.kind !== 'constant') opaque.push({ ...place, reason: 'the tools are chosen at run time' });
      continue;
    }
    if (tools.open) opaque.push({ ...place, reason: 'some of the tools are chosen at run time' });
    for (const [name, property] of tools.properties) {
      for (const value of optionsOf(property.value())) {
        if (value.kind !== 'object') continue;
        const at = placeOf(value) ?? property.at ?? place;
        const gates = set.gates === undefined ? undefined : argumentOf(tracer, set.gates, args);
        const setGate = gates === undefined ? undefined : gates.kind === 'object' ? field(tracer, gates, name) : gates;
        into.push({
          framework: draft.framework,
          library: draft.library,
          name,
          nameAt: property.at === undefined ? at : (keyPlace(tools, name) ?? property.at),
          at,
          gateSlots: gateSlots(tracer, draft, value, name),
          ...shaped(tracer, set.shape, value),
          ...optional('setGate', setGate),
          ...(set.open === undefined ? {} : { open: set.open }),
          ...(set.agent ? { agent: { ...place, label: 'the agent that runs it' } } : {}),
        });
      }
    }
  }
}

function keyPlace(tools: ObjectValue, name: string): Place | undefined {
  if (tools.node?.kind !== 'object' || tools.file === undefined) return undefined;
  const entry = tools.node.entries.find((item) => item.kind === 'entry' && item.key === name);
  return entry?.kind === 'entry' ? { file: tools.file, span: entry.keySpan } : undefined;
}

function gateSlots(tracer: Tracer, draft: SetDraft | LooseDraft, value: ObjectValue, name: string): Definition['gateSlots'] {
  const shape = draft.kind === 'set' ? draft.set.shape : draft.shape;
  const definition = shape.gate === undefined ? undefined : slotBelow(value, [shape.gate]);
  const gates = draft.kind === 'set' ? draft.set.gates : undefined;
  const set = gates === undefined ? undefined : slotOf(tracer, draft.call, draft.env, `${gates}.${name}` as NonNullable<typeof gates>);
  return { ...(definition === undefined ? {} : { definition }), ...(set === undefined ? {} : { set }) };
}

function fromLoose(tracer: Tracer, draft: LooseDraft, into: Definition[]): void {
  for (const value of optionsOf(draft.definition)) {
    if (value.kind !== 'object') continue;
    const at = placeOf(value) ?? tracer.place(draft.call.span, draft.env);
    if (draft.name === undefined) continue;
    const place = tracer.place(draft.call.callee.span, draft.env);
    into.push({
      framework: draft.framework,
      library: draft.library,
      name: draft.name,
      nameAt: place,
      at,
      gateSlots: gateSlots(tracer, draft, value, draft.name),
      ...(draft.group === undefined ? {} : { group: draft.group }),
      ...shaped(tracer, draft.shape, value),
    });
  }
}

// ---------------------------------------------------------------------------- list handler and call handler

function fromList(tracer: Tracer, draft: DispatchDraft, invoke: DispatchDraft | undefined, into: Definition[], opaque: Opaque[]): void {
  const { dispatch, env, call } = draft;
  const place = tracer.place(call.callee.span, env);
  let found = 0;
  for (const handler of optionsOf(draft.handler)) {
    if (handler.kind !== 'function') continue;
    const result = tracer.callFunction(handler, []);
    for (const answer of optionsOf(result)) {
      const tools = field(tracer, answer, dispatch.tools);
      for (const list of optionsOf(tools ?? undefinedValue)) {
        if (list.kind !== 'array') continue;
        if (list.rest !== undefined) opaque.push({ ...place, reason: 'some of the tools come from a list that is made at run time' });
        for (const item of list.items) found += fromItem(tracer, draft, invoke, item, into, opaque);
      }
    }
  }
  if (found === 0) opaque.push({ ...place, reason: 'the list of tools is made at run time' });
}

function fromItem(
  tracer: Tracer,
  draft: DispatchDraft,
  invoke: DispatchDraft | undefined,
  item: Value,
  into: Definition[],
  opaque: Opaque[],
): number {
  const { dispatch } = draft;
  let found = 0;
  for (const value of optionsOf(item)) {
    if (value.kind !== 'object') continue;
    const copy = placeOf(value) ?? tracer.place(draft.call.span, draft.env);
    const known = names(field(tracer, value, dispatch.shape.name));
    if (known.length === 0) opaque.push({ ...copy, reason: 'the name of the tool could not be told' });
    for (const name of known) {
      found++;
      const at = (name.at === undefined ? undefined : writtenAt(tracer, value, dispatch.shape.name ?? '', name.at)) ?? copy;
      into.push({
        framework: draft.framework,
        library: draft.library,
        name: name.text,
        nameAt: name.at ?? at,
        at,
        gateSlots: {},
        ...shaped(tracer, dispatch.shape, value),
        ...(invoke === undefined
          ? {}
          : { handler: invoke.handler, dispatched: { name: dispatch.requestName, input: dispatch.requestInput } }),
      });
    }
  }
  return found;
}

/** The value that a request to a shared handler has for one tool. */
export function requestFor(name: string, namePath: string, inputPath: string, input: Value): Value {
  const build = (entries: readonly (readonly [readonly string[], Value])[]): Value => {
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

/** One call that defines one tool. */
import type { Place, Slot } from '../../../rules/kit/index.js';
import type { CallExpression, Expression } from '../syntax/ir.js';
import type { Env } from '../trace/env.js';
import { placeOfArgument } from '../trace/invoke.js';
import { slotBelow, slotOf } from '../trace/slots.js';
import type { Tracer } from '../trace/tracer.js';

import { optionsOf, undefinedValue, type ObjectValue, type Value } from '../trace/value.js';
import type { Collected } from './definition.js';
import { isWithin, ownerOf, saidAt, saying } from './definition-place.js';
import type { CallDraft } from './draft.js';
import { isToolOf } from './handed.js';
import { mayHoldMore } from './python/keywords.js';
import { saidHints } from './said-hints.js';
import { isOpen, nameValue, names, optional, placed, placesOf } from './fields.js';

export function fromCall(tracer: Tracer, draft: CallDraft, into: Collected): void {
  const { call, env, form, args, receiver } = draft;
  const made = tracer.place(call.span, env);
  const at = decorated(draft) ?? made;
  const handed = draft.on === undefined ? placed(tracer, form.handler, args) : undefined;
  if (handed !== undefined && isToolOf(tracer, draft.framework, handed)) return;
  if (form.outside !== undefined) {
    into.opaque.push({ ...at, reason: form.outside });
    return;
  }
  const named = placesOf(form.name).find((access) => {
    const value = placed(tracer, access, args, receiver);
    return names(nameValue(value)).length > 0 || isSaid(call, access, value, env);
  });
  const said = names(nameValue(placed(tracer, named, args, receiver)));
  // A function without another name is known by its own.
  const isNamed = placed(tracer, form.name, args, receiver) !== undefined;
  const known = said.length > 0 || isNamed ? said : optionsOf(draft.on ?? undefinedValue).flatMap((option) => names(nameValue(option)));
  // A catch-all for calls of tools that do not exist.
  if (known.some(({ text }) => text === '*')) return;
  if (known.length === 0) {
    into.opaque.push({ ...at, reason: 'the name of the tool could not be told' });
    return;
  }
  const hintAccess = form.hints;
  const hintSlot =
    hintAccess === undefined
      ? missingHintSlot(draft)
      : followed(tracer, slotOf(tracer, call, env, hintAccess), argumentAt(call, hintAccess), env, tailOf(hintAccess));
  // What stands beside the schema, where that is not an argument of its own.
  const config = placesOf(form.input).some((access) => access.includes('.')) ? args[indexOf(placesOf(form.input)[0]!)] : undefined;
  const confirms = form.confirms === undefined ? undefined : placed(tracer, form.confirms.by, args, receiver);
  for (const name of known) {
    const written = argumentAt(call, named ?? 'arg 0');
    const nameAt = name.at ?? saidAt(tracer, written, env) ?? tracer.place(call.args[0]?.span ?? call.span, env);
    const own = isWithin(nameAt, at) ? at : ownerOf(tracer, written, env, nameAt);
    into.definitions.push({
      framework: draft.framework,
      library: draft.library,
      name: name.text,
      nameAt,
      at: own,
      ...(own === made ? {} : { made }),
      gateSlots: form.gate === undefined ? {} : { definition: slotOf(tracer, call, env, form.gate) },
      ...(draft.group === undefined ? {} : { group: draft.group }),
      carriers: [...saying(tracer, written, env, name.text), ...optionsOf(config ?? undefinedValue).filter((one) => one.kind === 'object')],
      ...optional('receiver', receiver),
      ...optional('title', placed(tracer, form.title, args, receiver)),
      ...optional('description', placed(tracer, form.description, args, receiver)),
      ...optional('input', placed(tracer, form.input, args, receiver)),
      ...optional('hints', placed(tracer, form.hints, args, receiver)),
      ...optional('output', placed(tracer, form.output, args, receiver)),
      ...(form.output === undefined ? {} : { outputSlot: slotOf(tracer, call, env, form.output) }),
      ...(form.labels === undefined ? {} : { labels: form.labels.flatMap((at) => placed(tracer, at, args, receiver) ?? []) }),
      ...(hintSlot === undefined ? {} : { hintSlot }),
      ...saidHints(tracer, form, args, at),
      ...(isOpen(args[indexOf(form.hints ?? 'arg 0')]) || mayHoldMore(call, env) ? { configOpen: true } : {}),
      ...optional('handler', draft.on ?? placed(tracer, form.handler, args, receiver)),
      ...(draft.on?.kind === 'function' ? { functionAt: { file: draft.on.env.module.file, span: draft.on.fn.span } } : {}),
      ...optional('gate', placed(tracer, form.gate, args, receiver)),
      ...optional('timeout', placed(tracer, form.timeout, args, receiver)),
      ...(form.open === undefined ? {} : { open: form.open }),
      ...optional('skips', placed(tracer, form.skips, args, receiver)),
      ...(confirms === undefined ? {} : { confirms: { by: confirms, field: form.confirms!.field } }),
      ...(receiver?.kind === 'external' && receiver.call !== undefined
        ? { server: tracer.place(receiver.call.node.span, receiver.call.env) }
        : {}),
      ...(form.elsewhere === undefined ? {} : { elsewhere: form.elsewhere }),
      ...(form.inputAt === undefined ? {} : { inputAt: form.inputAt }),
      ...(form.manifest === undefined ? {} : { manifest: form.manifest }),
    });
  }
}

/** The function with the decorators that make it a tool. */
function decorated({ on }: CallDraft): Place | undefined {
  return on?.kind === 'function' && on.fn.whole !== undefined ? { file: on.env.module.file, span: on.fn.whole } : undefined;
}

/** A name is given, and it cannot be told: then nothing else is one. */
function isSaid(call: CallExpression, access: string, value: Value | undefined, { module }: Env): boolean {
  return (
    module.language === 'python' &&
    value !== undefined &&
    value.kind !== 'constant' &&
    /:name$/.test(access) &&
    argumentAt(call, access) !== undefined
  );
}

function indexOf(access: string): number {
  return Number(/^arg (\d+)/.exec(access)?.[1] ?? 0);
}

/** The argument at a place, as it is written. */
function argumentAt({ args }: CallExpression, access: string): Expression | undefined {
  const [, place, name] = placeOfArgument.exec(access) ?? [];
  const byPlace = place === undefined || place === '' ? undefined : args[Number(place)];
  return (args.find((argument) => name !== undefined && argument.name === name) ?? (byPlace?.name === undefined ? byPlace : undefined))
    ?.value;
}

function tailOf(access: string): readonly string[] {
  const tail = placeOfArgument.exec(access)?.[3];
  return tail === undefined ? [] : tail.split('.');
}

/** An overload without hints takes them as an argument before the handler. */
function missingHintSlot(draft: CallDraft): Slot | undefined {
  if (draft.framework.hintNames === undefined) return undefined;
  const { call, env } = draft;
  const handler = indexOf(placesOf(draft.form.handler)[0] ?? 'arg 0');
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

/** From a definition to a traced tool. */
import { hintNames, tiers, type Evidence, type Gate, type HintName, type Located, type Place, type Slot, type Tier, type Tool, type Unresolved } from '../../../rules/kit/index.js';
import type { AnalysisSettings } from '../snapshot.js';
import type { Tables } from '../trace/call-effects.js';
import { rankedCandidates } from '../trace/candidates.js';
import { infer } from '../trace/infer.js';
import { readSchema } from '../trace/schema.js';
import type { Tracer } from '../trace/tracer.js';
import type { TracedEffect } from '../trace/traced.js';
import { optionsOf, record, stringOf, type FunctionValue, type Value } from '../trace/value.js';
import { EffectWalk, type Summary } from '../trace/walk.js';
import { requestFor, type Definition } from './definition.js';
import { matchesGlob } from './glob.js';
import { pragmaTier } from './pragma.js';

export interface ToolContext {
  readonly tracer: Tracer;
  readonly tables: Tables;
  readonly settings: AnalysisSettings;
  readonly major: (library: string, file: string) => number | undefined;
  readonly textOf: (file: string) => string | undefined;
  readonly inTests: (file: string) => boolean;
}

const none: Gate = { kind: 'none' };

/** Follows the handler and puts together what is declared and what was found. */
export function buildTool(context: ToolContext, definition: Definition): Tool {
  const { tracer } = context;
  const { framework } = definition;
  const inputs = readSchema(tracer, definition.input) ?? [];
  const handlers = handlersOf(definition.handler);
  const summaries = handlers.functions.map((fn) => walkHandler(context, definition, fn));
  const known = strip(summaries.flatMap((summary) => summary.effects), inputs);
  const unresolved: Unresolved[] = [...dedupe(summaries.flatMap((summary) => summary.unresolved))];
  if (handlers.unclear !== undefined) unresolved.push({ ...definition.at, label: definition.name, reason: handlers.unclear });
  if (tracer.exhausted) unresolved.push({ ...definition.at, label: definition.name, reason: 'there was more to follow than the bounds allow' });
  const runsHere = handlers.functions.length > 0;
  const effects = { known, complete: runsHere && unresolved.length === 0, unresolved };
  const hints = hintsOf(definition);
  const gateSlot = chosenGateSlot(context, definition);
  const handler = handlers.functions[0];
  const tier = declaredTier(context, definition);
  return {
    name: { value: definition.name, ...definition.nameAt },
    definition: definition.at,
    framework: framework.id,
    hosted: framework.hosted,
    language: framework.language,
    ...locatedText(definition.description, definition.at),
    inputs,
    ...(handler === undefined ? {} : { handler: { file: handler.env.module.file, span: handler.fn.span } }),
    hints,
    ...(definition.hintSlot === undefined || framework.hintNames === undefined ? {} : { hintSlot: definition.hintSlot }),
    ...(tier === undefined ? {} : { tier }),
    pragmaPlace: definition.at,
    gate: gateOf(definition),
    ...(gateSlot === undefined ? {} : { gateSlot }),
    ...(definition.agent === undefined ? {} : { agent: definition.agent }),
    effects,
    inferred: infer(definition.name, effects, runsHere),
    inTests: context.inTests(definition.at.file),
  };
}

function handlersOf(value: Value | undefined): { readonly functions: readonly FunctionValue[]; readonly unclear?: string } {
  if (value === undefined) return { functions: [] };
  const functions: FunctionValue[] = [];
  let unclear: string | undefined;
  for (const option of optionsOf(value)) {
    if (option.kind === 'function') functions.push(option);
    else if (option.kind === 'external' || option.kind === 'derived') {
      // A wrapper of a package was given the function that it runs.
      const inner = (option.kind === 'external' ? (option.args ?? []) : option.from).flatMap((arg) => optionsOf(arg)).filter((arg) => arg.kind === 'function');
      functions.push(...inner);
      if (inner.length === 0) unclear ??= 'the handler could not be told';
    } else if (option.kind !== 'constant') unclear ??= 'the handler could not be told';
  }
  return { functions, ...(unclear === undefined ? {} : { unclear }) };
}

function walkHandler(context: ToolContext, definition: Definition, fn: FunctionValue): Summary {
  const walk = new EffectWalk(context.tracer, {
    tables: context.tables,
    idempotencyWrappers: context.settings.idempotencyWrappers,
    approvalWrappers: context.settings.approvalWrappers,
  });
  return walk.summaryOf(fn, handlerArguments(context, definition));
}

function handlerArguments(context: ToolContext, definition: Definition): readonly Value[] {
  const { framework } = definition;
  const input: Value = { kind: 'input', path: '', role: 'input' };
  const extra = contextValue(context.tracer, definition);
  if (definition.dispatched !== undefined) return [requestFor(definition.name, definition.dispatched.name, definition.dispatched.input, input), extra];
  if (framework.context?.aloneWithoutInput === true && definition.input === undefined) return [extra, extra];
  return [input, extra];
}

const contexts = new WeakMap<Tracer, Map<string, Value>>();

/** What the handler gets beside the arguments: call ids, and the rest of the package's context. */
function contextValue(tracer: Tracer, definition: Definition): Value {
  let table = contexts.get(tracer);
  if (table === undefined) contexts.set(tracer, (table = new Map()));
  const { framework, library } = definition;
  const key = `${framework.id} ${library}`;
  let value = table.get(key);
  if (value === undefined) {
    const ids = Object.fromEntries((framework.callIds ?? []).map((name) => [name, { kind: 'input', path: name, role: 'call-id' } as const]));
    const requests = Object.fromEntries((framework.requestIds ?? []).filter((name) => !name.includes('.')).map((name) => [name, { kind: 'input', path: name, role: 'request-id' } as const]));
    const known = record({ ...ids, ...requests }, true);
    value = { ...known, others: [tracer.external(library, `${framework.context?.type ?? 'Context'}#`)] };
    table.set(key, value);
  }
  return value;
}

function strip(effects: readonly TracedEffect[], inputs: Tool['inputs']): Tool['effects']['known'] {
  const seen = new Set<string>();
  const result: Tool['effects']['known'][number][] = [];
  for (const effect of effects) {
    const { subject: _subject, target: _target, content: _content, frames: _frames, candidates, ...traced } = effect;
    const plain = candidates.length === 0 ? traced : { ...traced, keyCandidates: rankedCandidates(candidates, inputs) };
    const key = `${plain.class} ${plain.file}:${plain.span.start} ${plain.detail ?? ''} ${plain.key.level} ${plain.own} ${plain.mode?.parameter ?? ''}=${plain.mode?.values.join() ?? ''} ${plain.swallowedBy?.span.start ?? ''} ${plain.retriedBy?.span.start ?? ''}`;
    if (seen.has(key)) continue;
    seen.add(key);
    result.push(plain);
  }
  return result;
}

function dedupe(items: readonly Unresolved[]): readonly Unresolved[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = `${item.file}:${item.span.start}`;
    return !seen.has(key) && seen.add(key);
  });
}

function locatedText(value: Value | undefined, fallback: Place): { readonly description?: Located<string> } {
  const text = stringOf(value);
  return text === undefined ? {} : { description: { value: text, ...(value?.kind === 'constant' && value.at !== undefined ? value.at : fallback) } };
}

function hintsOf(definition: Definition): Tool['hints'] {
  const spelled = definition.framework.hintNames;
  if (spelled === undefined || definition.hints === undefined) return {};
  const hints: Partial<Record<HintName, Located<boolean>>> = {};
  for (const option of optionsOf(definition.hints)) {
    if (option.kind !== 'object') continue;
    for (const name of hintNames) {
      const property = option.properties.get(spelled[name]);
      const value = property?.value();
      if (value?.kind !== 'constant' || typeof value.value !== 'boolean') continue;
      hints[name] ??= { value: value.value, ...(property?.at ?? value.at ?? definition.at) };
    }
  }
  return hints;
}

function gateOf(definition: Definition): Gate {
  if (definition.framework.hosted) return { kind: 'host' };
  if (definition.setGate !== undefined) {
    const gate = gateValue(definition.setGate, definition.open ?? [], definition.agent);
    if (gate.kind !== 'none') return gate;
  }
  if (definition.gate !== undefined) return gateValue(definition.gate, [], { ...definition.at, label: 'the tool asks for approval' });
  // Without a function of its own, the tool is answered by the program that shows it to a person.
  if (definition.handler === undefined) return { kind: 'host' };
  return none;
}

function gateValue(value: Value, open: readonly string[], because: Evidence | undefined): Gate {
  const kinds = optionsOf(value).map((option): Gate['kind'] => {
    if (option.kind === 'constant') {
      if (option.value === true) return 'always';
      if (typeof option.value === 'string') return open.includes(option.value) ? 'none' : 'always';
      return 'none';
    }
    if (option.kind === 'object') {
      const type = stringOf(option.properties.get('type')?.value() ?? option.properties.get('status')?.value());
      return type === undefined ? 'conditional' : open.includes(type) ? 'none' : 'always';
    }
    return 'conditional';
  });
  const kind = kinds.every((item) => item === kinds[0]) ? (kinds[0] ?? 'none') : 'conditional';
  return { kind, ...(because === undefined || kind === 'none' ? {} : { because }) };
}

function chosenGateSlot(context: ToolContext, definition: Definition): Tool['gateSlot'] {
  const { approval } = definition.framework;
  if (approval === undefined) return undefined;
  const major = context.major(definition.library, definition.at.file);
  const newer = approval.until !== undefined && approval.then !== undefined && (major === undefined || major > approval.until);
  const choice = newer ? approval.then! : approval;
  const slot: Slot | undefined = choice.on === 'definition' ? definition.gateSlots.definition : definition.gateSlots.set;
  return slot === undefined ? undefined : { ...slot, value: choice.value, agent: choice.on === 'set' };
}

function declaredTier(context: ToolContext, definition: Definition): Located<Tier> | undefined {
  for (const rule of context.settings.tiers) if (matchesGlob(rule.tools, definition.name)) return { value: rule.tier, ...definition.at };
  const text = pragmaTier(context.tracer.program.moduleOf(definition.at.file), context.textOf(definition.at.file), definition.at.span.start);
  return text !== undefined && (tiers as readonly string[]).includes(text) ? { value: text as Tier, ...definition.at } : undefined;
}

/** From a definition to a traced tool. */
import {
  hintNames,
  type Effect,
  type Evidence,
  type Gate,
  type Hint,
  type HintName,
  type Located,
  type Place,
  type Slot,
  type Tool,
  type Unresolved,
} from '../../../rules/kit/index.js';
import type { AnalysisSettings } from '../snapshot.js';
import type { Tables } from '../trace/direct-effect.js';
import { gathering } from '../trace/gathered.js';
import { infer } from '../trace/infer.js';
import { Decisions } from '../trace/modes.js';
import type { WalkObserver } from '../trace/observe.js';
import { readSchema } from '../trace/schema.js';
import type { Tracer } from '../trace/tracer.js';
import { withoutUnasked } from '../trace/flags.js';
import { optionsOf, stringOf, undefinedValue, type Fixed, type FunctionValue, type Value } from '../trace/value.js';
import type { Summary } from '../trace/summary.js';
import { EffectWalk } from '../trace/walk.js';
import { answeredBy, type Answered } from './answers.js';
import type { Definition } from './definition.js';
import { confirmation, gateKind } from './gates.js';
import { handlerArguments } from './handler-arguments.js';
import { declaredTier, requirementsOf } from './declared-tier.js';
import { hintEntries } from './hint-entries.js';
import { intakeOf } from './intake.js';
import { ignoredKeys } from './ignored-keys.js';
import { withManifest } from './manifest.js';
import { namingIn, splitModes } from './modes.js';
import { openQuestions } from './preparing.js';
import { answersTold, withOutcomes } from './outcomes/outcomes.js';
import { keptEffects } from './python/handed-in.js';
import { afterResolvers } from './python/resolvers.js';
import { rerunsOf } from './reruns.js';
import { sessionStateOf } from './session-state.js';
import { signalOf } from './signal.js';
import { runsIn } from './subagents.js';
import { placeOf, told, underSupposition } from './told.js';
import { unguardedOf } from './unguarded.js';

export interface ToolContext {
  readonly tracer: Tracer;
  readonly tables: Tables;
  readonly settings: AnalysisSettings;
  readonly major: (library: string, file: string) => number | undefined;
  readonly manifest: (file: string) => object | undefined;
  readonly textOf: (file: string) => string | undefined;
  readonly inTests: (file: string) => boolean;
}

const none: Gate = { kind: 'none' };
/** Expressions that may be looked at for all values of parameters. */
const modeSteps = 60_000;

/** Follows the handler and puts together what is declared and what was found. */
export function buildTool(context: ToolContext, declared: Definition): Tool {
  const definition = withManifest(context, declared);
  const { tracer } = context;
  const { framework } = definition;
  const inputs = readSchema(tracer, definition.input) ?? [];
  const handlers = handlersOf(definition.handler);
  const byModel = handlers.functions.length > 0 ? undefined : answeredHandler(context, definition);
  const walks = (): readonly Summary[] => handlers.functions.map((fn) => walkHandler(context, definition, fn));
  const summaries = byModel === undefined ? gathering(tracer, walks) : [byModel.summary];
  const handler = byModel?.handler ?? handlers.functions[0];
  const traced = summaries.flatMap((summary) => summary.effects);
  const known = endedBy(definition, told(context, definition, traced, inputs, handler));
  const unresolved = [...unclear(definition, handlers, summaries)];
  const missing = handler === undefined ? whyMissing(definition) : undefined;
  if (missing !== undefined) unresolved.push(missing);
  if (tracer.exhausted)
    unresolved.push({ ...definition.at, label: definition.name, reason: 'there was more to follow than the bounds allow' });
  const runsHere = handler !== undefined;
  const found = { known, complete: runsHere && unresolved.length === 0, unresolved };
  const decisions = new Decisions();
  for (const summary of summaries) decisions.take(summary.decisions);
  // Each command goes all the way.
  let left = namingIn(found).size > 0 ? 2 * modeSteps : modeSteps;
  const { effects: all, modes } = splitModes(definition.name, found, inputs, decisions.all, (fixed) => {
    const answer = tracer.aside(left, () => supposed(context, definition, handlers, inputs, fixed));
    left -= answer.steps;
    return answer.value;
  });
  const effects = { ...all, known: withOutcomes(context, definition.name, all.known) };
  const hints = { ...hintsOf(definition), ...definition.saidHints };
  const entries = hintEntries(definition);
  const spelled = spelledBy(context, definition);
  const gateSlot = chosenGateSlot(context, definition);
  const declaredAs = declaredTier(context, definition);
  const requires = requirementsOf(context.settings, declaredAs.tier?.value, effects.known);
  return {
    name: { value: definition.name, ...definition.nameAt },
    definition: definition.at,
    framework: framework.id,
    hosted: framework.hosted,
    language: framework.language,
    ...located('title', titleOf(definition), definition.at),
    ...located('description', definition.description, definition.at),
    inputs,
    ...(handler === undefined ? {} : { handler: byModel?.at ?? placeOf(handler) }),
    hints,
    ...(entries.length === 0 ? {} : { hintEntries: entries }),
    ...(hintsAreOpen(definition) ? { hintsOpen: true } : {}),
    ...(spelled === undefined ? {} : { hintNames: spelled }),
    ...(definition.hintSlot === undefined || framework.hintNames === undefined
      ? {}
      : { hintSlot: { ...definition.hintSlot, ...(framework.hintClass === undefined ? {} : { made: framework.hintClass }) } }),
    ...declaredAs,
    ...requires,
    ...unguardedOf(context, requires, definition, handler === undefined ? undefined : placeOf(handler), effects),
    pragmaPlace: definition.at,
    gate: gateOf(tracer, definition, runsHere),
    ...(gateSlot === undefined ? {} : { gateSlot }),
    ...(effects.known.some(({ keySlot }) => keySlot !== undefined) ? intakeOf(context, definition, handler) : {}),
    ...(definition.agent === undefined ? {} : { agent: definition.agent }),
    ...runsIn(tracer, framework, handlers.functions),
    ...signalOf(definition, handlers.functions[0]),
    ...sessionStateOf(context, definition, handlers.functions, traced, (observer) => effectWalk(context, observer)),
    ...rerunsOf(framework, handlers.functions, summaries),
    ...answersTold(context, definition, handlers.functions, effects.known, inputs),
    ...ignoredKeys(inputs, traced, found.complete, decisions.all),
    effects,
    inferred: infer(definition.name, effects, runsHere),
    modes,
    inTests: context.inTests(definition.at.file),
  };
}

/** The program runs the tool, and how is not seen. */
function whyMissing({ asking, elsewhere, at, name }: Definition): Unresolved | undefined {
  if (elsewhere !== undefined) return { ...at, label: name, reason: elsewhere };
  if (asking === undefined || asking.answer.shown === true) return undefined;
  return { ...asking.at, label: name, reason: 'the code that runs the tool could not be told' };
}

/** The code that runs a tool because a model answered with a call of it. */
function answeredHandler(context: ToolContext, definition: Definition): Answered | undefined {
  const { asking, name } = definition;
  if (asking === undefined) return undefined;
  return answeredBy(context.tracer, asking, name, (fn) => effectWalk(context).summaryOf(fn, []));
}

interface Handlers {
  readonly functions: readonly FunctionValue[];
  readonly unclear?: string;
}

/** The functions that a handler may be. */
export function handlersOf(value: Value | undefined): Handlers {
  if (value === undefined) return { functions: [] };
  const functions: FunctionValue[] = [];
  let unclear: string | undefined;
  for (const option of optionsOf(value)) {
    if (option.kind === 'function') functions.push(option);
    else if (option.kind === 'external' || option.kind === 'derived') {
      // A wrapper of a package was given the function that it runs.
      const inner = (option.kind === 'external' ? (option.args ?? []) : option.from)
        .flatMap((arg) => optionsOf(arg))
        .filter((arg) => arg.kind === 'function');
      functions.push(...inner);
      if (inner.length === 0) unclear ??= 'the handler could not be told';
    } else if (option.kind !== 'constant') unclear ??= 'the handler could not be told';
  }
  return { functions, ...(unclear === undefined ? {} : { unclear }) };
}

function unclear(definition: Definition, handlers: Handlers, summaries: readonly Summary[]): readonly Unresolved[] {
  const found = openQuestions(definition.name, summaries);
  return handlers.unclear === undefined ? found : [...found, { ...definition.at, label: definition.name, reason: handlers.unclear }];
}

/** What the handlers do when one parameter has a given value. */
function supposed(context: ToolContext, definition: Definition, handlers: Handlers, inputs: Tool['inputs'], fixed: Fixed): Tool['effects'] {
  const summaries = handlers.functions.map((fn) => walkHandler(context, definition, fn, fixed));
  const effects = summaries.flatMap((summary) => summary.effects);
  const unresolved = unclear(definition, handlers, summaries);
  const known = endedBy(definition, told(context, definition, effects, inputs, handlers.functions[0]).map(underSupposition));
  return { known, unresolved, complete: unresolved.length === 0 };
}

/** What the framework ends after a while waits no longer. */
function endedBy({ timeout }: Definition, effects: readonly Effect[]): readonly Effect[] {
  if (timeout === undefined || optionsOf(timeout).some((option) => option.kind === 'constant' && !option.value)) return effects;
  return effects.map(({ endless: _endless, ...effect }) => effect);
}

function walkHandler(context: ToolContext, definition: Definition, fn: FunctionValue, fixed?: Fixed): Summary {
  const walk = (callee: FunctionValue, args: readonly Value[]): Summary => effectWalk(context).summaryOf(callee, args);
  const own = walk(fn, handlerArguments(context.tracer, context.major, definition, fn, fixed));
  const summary = afterResolvers(context.tracer, definition, fn, own, walk);
  const effects = keptEffects(context.tracer, definition.framework, fn, summary.effects);
  return { ...summary, effects: context.tracer.exhausted ? effects : withoutUnasked(effects, summary.assigned) };
}

/** The walk with what the project's settings add; `observer` is told its steps. */
export function effectWalk({ tracer, tables, settings }: ToolContext, observer?: WalkObserver): EffectWalk {
  const { idempotencyWrappers, approvalWrappers } = settings;
  return new EffectWalk(tracer, { tables, idempotencyWrappers, approvalWrappers, ...(observer === undefined ? {} : { observer }) });
}

function located<K extends string>(key: K, value: Value | undefined, fallback: Place): { readonly [P in K]?: Located<string> } {
  const text = stringOf(value);
  const at = value?.kind === 'constant' && value.at !== undefined ? value.at : fallback;
  return text === undefined ? {} : ({ [key]: { value: text, ...at } } as { readonly [P in K]: Located<string> });
}

function titleOf(definition: Definition): Value | undefined {
  if (definition.title !== undefined) return definition.title;
  return optionsOf(definition.hints ?? undefinedValue).flatMap((option) =>
    option.kind === 'object' ? (option.properties.get('title')?.value() ?? []) : [],
  )[0];
}

/** A spread, or a value that could not be told, may hold more hints; a hint that is worked out elsewhere may say anything. */
function hintsAreOpen(definition: Definition): boolean {
  if (definition.hints === undefined) return definition.configOpen === true;
  const spelled = definition.hintNames ?? definition.framework.hintNames;
  const keys = [spelled, definition.framework.otherHintNames?.names].flatMap((names) => (names === undefined ? [] : Object.values(names)));
  return optionsOf(definition.hints).some((option) =>
    option.kind === 'object'
      ? option.open || keys.some((key) => optionsOf(option.properties.get(key)?.value() ?? undefinedValue).some(isOpen))
      : option.kind !== 'constant',
  );
}

function isOpen({ kind }: Value): boolean {
  return kind !== 'constant';
}

/** How the hints are spelled where the tool is defined. */
function spelledBy({ major }: ToolContext, { framework, hintNames: own, hints, library, at }: Definition): Tool['hintNames'] {
  const { hintNames: usual, otherHintNames: other } = framework;
  if (own !== undefined || usual === undefined || other === undefined) return own ?? usual;
  const says = (names: typeof usual): boolean =>
    optionsOf(hints ?? undefinedValue).some(
      (option) => option.kind === 'object' && hintNames.some((name) => option.properties.has(names[name])),
    );
  if (says(usual) || says(other.names)) return says(other.names) ? other.names : usual;
  return other.from !== undefined && (major(library, at.file) ?? 0) >= other.from ? other.names : usual;
}

function hintsOf(definition: Definition): Tool['hints'] {
  const { hintNames: usual, otherHintNames: other } = definition.framework;
  const spelled = definition.hintNames ?? usual;
  if (spelled === undefined || definition.hints === undefined) return {};
  const hints: Partial<Record<HintName, Hint>> = {};
  for (const option of optionsOf(definition.hints)) {
    if (option.kind !== 'object') continue;
    for (const name of hintNames) {
      const property = option.properties.get(spelled[name]) ?? option.properties.get(other?.names[name] ?? '');
      const value = property?.value();
      if (value?.kind !== 'constant') continue;
      const place = property?.at ?? value.at ?? definition.at;
      const written = property?.written?.value.kind;
      const computed = written === undefined || written === 'literal' ? {} : { computed: true as const };
      if (typeof value.value === 'boolean') hints[name] ??= { value: value.value, ...place, ...computed };
      else if (definition.framework.own?.words[name]?.says.includes(String(value.value)) === true)
        hints[name] ??= { value: true, said: String(value.value), ...place };
    }
  }
  return hints;
}

function gateOf(tracer: Tracer, definition: Definition, runsHere: boolean): Gate {
  const { framework } = definition;
  if (framework.hosted && (definition.gate === undefined || definition.setGate !== undefined)) return { kind: 'host' };
  if (definition.setGate !== undefined) {
    const gate = gateValue(definition.setGate, definition.open ?? [], definition.agent);
    if (gate.kind !== 'none') return gate;
  }
  const because = { ...definition.at, label: 'the tool asks for approval' };
  if (definition.gate !== undefined) {
    const gate = gateValue(definition.gate, definition.open ?? [], because);
    if (gate.kind !== 'none') return gate;
    const stated = optionsOf(definition.gate).every(isWord) ? { stated: true as const } : {};
    return framework.hosted ? { kind: 'host', ...stated } : { ...gate, ...stated };
  }
  if (definition.confirms !== undefined) {
    const kind = confirmation(tracer, definition.confirms.by, definition.confirms.field);
    if (kind !== 'none') return { kind, because };
  }
  if (framework.asksFirst === true) return skipped(definition);
  // Without a function of its own, the tool is answered by the program that shows it to a person.
  return runsHere || definition.handler !== undefined || whyMissing(definition) !== undefined ? none : { kind: 'host' };
}

/** `false`, `never_require` */
function isWord(option: Value): boolean {
  return option.kind === 'constant' && (option.value === false || typeof option.value === 'string');
}

/** The program that runs the tool asks first, unless the tool says otherwise. */
function skipped({ skips, at }: Definition): Gate {
  const kind = skips === undefined ? 'none' : gateKind(skips, []);
  if (kind === 'none') return { kind: 'host' };
  return { kind: kind === 'always' ? 'none' : 'conditional', because: { ...at, label: 'the tool runs unasked' } };
}

function gateValue(value: Value, open: readonly string[], because: Evidence | undefined): Gate {
  const kind = gateKind(value, open);
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

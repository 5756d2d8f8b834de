/** How far an agent goes, what keeps its runs, and what makes it wait for a human, as the call says it that makes it or runs it. */
import type { AgentRunSite, Evidence, Framework, KeepForm, Keeping, LimitForm, Place, StepLimit } from '../../../rules/kit/index.js';
import { bodyOf } from '../syntax/inner.js';
import type { CallExpression } from '../syntax/ir.js';
import type { Env } from '../trace/env.js';
import { argumentOf } from '../trace/invoke.js';
import { eachInBody } from '../trace/parts.js';
import { slotOf } from '../trace/slots.js';
import type { Tracer } from '../trace/tracer.js';
import { optionsOf, stringOf, undefinedValue, type ExternalValue, type FunctionValue, type Value } from '../trace/value.js';
import type { Holder, Part } from './definition.js';
import type { PolicyDraft, RunDraft, SetDraft } from './draft.js';
import { placesOf } from './fields.js';
import { itemsOf, memberOf } from './members.js';
import { numberOf, numberPlace } from './numbers.js';

/** From so many steps on, a number ends nothing. */
const many = 10_000;
/** Calls in one chain that build a graph. */
const longest = 200;

/** Nothing is given there. */
export function isAbsent(value: Value | undefined): value is undefined {
  return value === undefined || (value.kind === 'constant' && value.value === undefined);
}

/** Nothing is given there, or what stands for that. */
function isNothing(value: Value | undefined): boolean {
  return isAbsent(value) || (value.kind === 'constant' && value.value === null);
}

/** The limit that a call is given; what holds otherwise has no place. */
export function limitOf(tracer: Tracer, form: LimitForm, { call, env, args }: SetDraft | RunDraft | PolicyDraft): StepLimit {
  const given = argumentOf(tracer, form.at, args);
  const fallback = tracer.place(call.callee.span, env);
  const slot = form.suggests === undefined ? {} : { slot: slotOf(tracer, call, env, form.at), suggested: form.suggests };
  const others = form.instead?.some((access) => !isNothing(argumentOf(tracer, access, args))) === true;
  if (others && isNothing(given)) return { name: form.name, place: fallback };
  if (isAbsent(given))
    return {
      name: form.name,
      ...(form.otherwise === undefined ? {} : { value: form.otherwise }),
      ...(form.otherwise === null ? slot : {}),
    };
  // What is given as none holds nothing up.
  const isNone = given.kind === 'constant' && given.value === null;
  const isUncounted =
    !isNone && isEndless(given, form.endless) === false && isEndless(given, [...(form.endless ?? []), ...(form.uncounted ?? [])]);
  const counted = isNone || isUncounted || isEndless(given, form.endless) ? null : numberOf(given);
  const value = form.zero === true && typeof counted === 'number' && counted <= 0 ? null : counted;
  const isMany = typeof value === 'number' && value >= (form.many ?? many);
  return {
    name: form.name,
    ...(value === undefined ? {} : { value }),
    place: numberPlace(given) ?? (given.kind === 'derived' ? given.at : undefined) ?? fallback,
    ...(isMany ? { many: true } : {}),
    ...(isUncounted ? { uncounted: true } : {}),
    ...(value === null || isMany ? slot : {}),
  };
}

/** A condition that counts nothing, or several of which none does. */
function isEndless(value: Value, names: readonly string[] = []): boolean {
  if (value.kind === 'array')
    return value.rest === undefined && value.items.length > 0 && value.items.every((item) => isEndless(item, names));
  return value.kind === 'derived' && names.includes(value.operation.replace('()', ''));
}

/** What holds for an agent beside its tools. */
export function runningOf(
  tracer: Tracer,
  { set, framework, args, call, env, receiver, around }: SetDraft,
): Pick<Holder, 'keeping' | 'graph' | 'pauses' | 'part' | 'around' | 'atOnce'> {
  const fallback = tracer.place(call.callee.span, env);
  const keeping = keepingOf(tracer, framework, set.keeps, args, fallback);
  const graph = set.graph === true ? rootOf(tracer, receiver) : undefined;
  const stopping = set.pauses === undefined ? [] : [set.pauses.before, set.pauses.after];
  const pauses = stopping.flatMap((at): Evidence[] => {
    const given = argumentOf(tracer, at, args);
    const stops = itemsOf(given).some((item) => stringOf(item) !== undefined);
    return stops ? [{ ...fallback, label: `stops for a human by \`${at.split(/[.:]/).pop()!}\`` }] : [];
  });
  return {
    ...(keeping === undefined ? {} : { keeping }),
    ...(graph === undefined ? {} : { graph }),
    ...(pauses.length === 0 ? {} : { pauses }),
    ...(set.part === undefined ? {} : { part: true }),
    ...(set.atOnce === undefined ? {} : { atOnce: true }),
    ...(set.answer === undefined ? {} : { around: around ?? [env] }),
  };
}

/** What keeps a run: the first place that is given something counts. */
export function keepingOf(
  tracer: Tracer,
  framework: Framework,
  forms: readonly KeepForm[] | undefined,
  args: readonly Value[],
  fallback: Place,
): Keeping | undefined {
  const named = ({ name, resumes }: KeepForm): Pick<Keeping, 'name' | 'resumes'> => ({
    name,
    ...(resumes === undefined ? {} : { resumes }),
  });
  for (const form of forms ?? []) {
    const given = placesOf(form.at)
      .map((access) => argumentOf(tracer, access, args))
      .find((value) => !isAbsent(value));
    if (given !== undefined) return { ...named(form), ...keptBy(tracer, framework, given, fallback) };
  }
  const [first] = forms ?? [];
  return first === undefined ? undefined : { ...named(first), lasts: first.otherwise ?? 'none' };
}

function keptBy(tracer: Tracer, framework: Framework, given: Value, fallback: Place): Omit<Keeping, 'name'> {
  if (given.kind === 'constant') {
    if (given.value === null || given.value === false) return { lasts: 'none', place: given.at ?? fallback };
    return { place: given.at ?? fallback };
  }
  if (given.kind !== 'external') return { place: fallback };
  const path = given.path.replace(/(?:#|\(\))$/, '');
  const api = path.split(/[.#]/).pop()!;
  const place = given.call === undefined ? fallback : tracer.place(given.call.node.span, given.call.env);
  const isForgotten = framework.packages.includes(given.library) && framework.forgetful?.includes(api) === true;
  return { api, place, ...(isForgotten ? { lasts: 'process' } : given.call === undefined ? {} : { lasts: 'beyond' }) };
}

/** The call that made what a chain of calls works on: `StateGraph()` of `StateGraph().addNode().addEdge()`. */
export function rootOf(tracer: Tracer, value: Value | undefined): Place | undefined {
  let call = value?.kind === 'external' ? value.call : undefined;
  for (let links = 0; call !== undefined && links < longest; links++) {
    const inner = receiverIn(tracer, call.node, call.env);
    if (inner?.call === undefined) break;
    ({ call } = inner);
  }
  return call === undefined ? undefined : tracer.place(call.node.span, call.env);
}

function receiverIn(tracer: Tracer, { callee }: CallExpression, env: Env): ExternalValue | undefined {
  const object = callee.kind === 'member' ? tracer.evaluate(callee.object, env) : undefined;
  return object?.kind === 'external' ? object : undefined;
}

/** By what the run is found again, as far as the call says it. */
export function threadOf(tracer: Tracer, { args, form: { thread } }: RunDraft): AgentRunSite['thread'] {
  if (thread === undefined) return undefined;
  const within = argumentOf(tracer, thread.within, args);
  const { name } = thread;
  if (isAbsent(within) || (within.kind === 'constant' && within.value === null)) return { name, given: false };
  const given = thread.at.map((access) => argumentOf(tracer, access, args)).find((value) => !isAbsent(value));
  if (given !== undefined) return { name, given: true };
  // `config` of somebody else's, or put together from several, may hold it.
  return lacks(within, name.split('.')) ? { name, given: false } : undefined;
}

/** An object that is known to have nothing at a path. */
function lacks(value: Value, [key, ...rest]: readonly string[]): boolean {
  if (value.kind !== 'object' || value.open || key === undefined) return false;
  const property = value.properties.get(key);
  return property === undefined || (rest.length > 0 && lacks(property.value(), rest));
}

/** What a call adds to the graph that it is a method of. */
export function partOf(tracer: Tracer, { args, receiver, framework, form: { adds } }: RunDraft): Part | undefined {
  const to = adds === undefined ? undefined : rootOf(tracer, receiver);
  if (adds === undefined || to === undefined) return undefined;
  const parts = placesOf(adds.part).flatMap((access) => optionsOf(argumentOf(tracer, access, args) ?? undefinedValue));
  const name = stringOf(argumentOf(tracer, adds.name, args));
  const steps = parts.filter((part): part is FunctionValue => part.kind === 'function');
  return {
    to,
    ...(name === undefined ? {} : { name }),
    members: parts.flatMap((part) => (part.kind === 'external' ? (memberOf(tracer, part, framework) ?? []) : [])),
    steps: steps.map(({ fn, env }) => tracer.place(fn.span, env)),
    asks: steps.flatMap((step) => asksIn(tracer, framework, step)),
  };
}

/** Calls in a function that ask a human. */
function asksIn(tracer: Tracer, { asks = [] }: Framework, { fn, env }: FunctionValue): readonly Evidence[] {
  const found: Evidence[] = [];
  tracer.touchAll(bodyOf(env.module, fn));
  if (!asks.some((name) => fn.mentions.has(name.split(/[.#]/).pop()!))) return found;
  eachInBody(
    fn.body,
    (part) => {
      if (part.kind !== 'call') return;
      const callee = tracer.evaluate(part.callee, env);
      if (callee.kind === 'external' && asks.some((name) => tracer.libraries.is(callee, name)))
        found.push({ ...tracer.place(part.callee.span, env), label: 'asks a human here' });
    },
    false,
  );
  return found;
}

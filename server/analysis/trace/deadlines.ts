/** Which calls wait as long as it takes: no option of the call or its client says when to give up, and nothing around it does. */
import type { Access, Data, EffectRow, Endless, Waiting } from '../../../rules/kit/index.js';
import type { Binding, CallExpression, Module, SourceLanguage, UnaryExpression } from '../syntax/ir.js';
import { holds, valueAt, type LibraryCall } from './access.js';
import type { Outcome, Waits } from './direct-effect.js';
import { argumentOf } from './invoke.js';
import { eachInBody } from './parts.js';
import { slotOf } from './slots.js';
import type { Tracer } from './tracer.js';
import type { TracedEffect } from './traced.js';
import { optionsOf, type ExternalValue, type Value } from './value.js';

/** Functions that end what they were given after a while, by their names. */
const ending =
  /^(?:(?:p|promise|race|run|call|exec|execute|fetch|request|send|wait|await|do|apply|with)_?)?(?:with_?)?(?:time_?(?:out|limit)|deadline)(?:_?at)?$/i;
const alsoEnding = /^(?:wait_for|(?:fail|move_on)_(?:after|at))$/;

/** A function of this name gives up in time on what it runs. */
export function givesUp(name: string): boolean {
  return ending.test(name) || alsoEnding.test(name);
}

export class Deadlines {
  readonly #tracer: Tracer;
  /** Blocks with a deadline that were entered: how many effects were known then. */
  readonly #entered = new WeakMap<Binding, number>();

  constructor(tracer: Tracer) {
    this.#tracer = tracer;
  }

  /** What a call of a library does, with where it could be told when to give up. */
  told(callee: ExternalValue, call: LibraryCall, outcome: Outcome): Outcome {
    if (outcome.kind !== 'effects' || outcome.effects.length === 0) return outcome;
    // Most of it is never asked: other ways lead to the same call, and what nobody waits for does not count.
    const waits = waitingCall(this.#tracer, callee, call);
    return waits === undefined ? outcome : { ...outcome, effects: outcome.effects.map((effect) => ({ ...effect, waits })) };
  }

  /** A call, which may give up on what it was given. */
  around(call: CallExpression, effects: TracedEffect[], run: () => void): void {
    const first = effects.length;
    run();
    if (effects.length > first && endsWaiting(call)) inTime(effects, first);
  }

  /** `async with asyncio.timeout(10):`, and the end of that block. */
  block({ operator, operand }: UnaryExpression, effects: TracedEffect[]): void {
    if ((operator !== 'with' && operator !== 'leave') || operand.kind !== 'name' || operand.binding === undefined) return;
    const { binding } = operand;
    const made = binding.source?.kind === 'value' ? binding.source.value : undefined;
    if (made?.kind !== 'call' || !endsWaiting(made)) return;
    if (operator === 'with') this.#entered.set(binding, effects.length);
    else if (operator === 'leave') inTime(effects, this.#entered.get(binding) ?? effects.length);
  }
}

/** From one place of the list on, somebody gives up. */
function inTime(effects: TracedEffect[], from: number): void {
  for (let i = from; i < effects.length; i++) {
    const { waits, ...effect } = effects[i]!;
    if (waits !== undefined) effects[i] = effect;
  }
}

function endsWaiting({ callee, args }: CallExpression): boolean {
  const name = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : undefined;
  if (typeof name !== 'string' || args.length === 0) return false;
  const isRace = name === 'race' && callee.kind === 'member' && callee.object.kind === 'name' && callee.object.name === 'Promise';
  return isRace || givesUp(name);
}

/** How to tell whether a call of a library that may wait for ever does so; `undefined` where it does not wait. */
function waitingCall({ libraries }: Tracer, callee: ExternalValue, call: LibraryCall): Waits | undefined {
  const [row] = libraries.rows(callee) ?? [];
  if (row === undefined || libraries.fileOf(callee.library, row).waits === undefined) return undefined;
  return (tracer) => endlessCall(tracer, callee, call);
}

function endlessCall(tracer: Tracer, callee: ExternalValue, call: LibraryCall): Endless | undefined {
  const { libraries } = tracer;
  const rows = (libraries.rows(callee) ?? []).filter(
    ({ 3: options }) => options?.if === undefined || holds(tracer, options.if, call) !== false,
  );
  const [row] = rows;
  const waits = row === undefined ? undefined : libraries.fileOf(callee.library, row).waits;
  if (row === undefined || waits === undefined || isMade(valueAt(tracer, row[2], call))) return undefined;
  const places = rows.flatMap((one) => placesIn(one, waits));
  if (places.length === 0) return undefined;
  const own = places.map((access) => limit(valueAt(tracer, access, call)));
  if (own.includes('some')) return undefined;
  const client = ofClient(tracer, call, waits);
  if (client === 'some' || (waits.byItself === true && !own.includes('none') && client !== 'none')) return undefined;
  const none = places[own.indexOf('none')] ?? places[0]!;
  const value = waits.give;
  // Where the client says that it never gives up, the call is told something else.
  const slot = slotOf(tracer, call.call, call.env, none);
  const always = waits.always === true ? { always: true as const } : {};
  return { slot, ...always, ...(value === undefined ? {} : { value }), shown: shown(nameIn(none), value, call.env.module.language) };
}

function placesIn([callee, , , options]: EffectRow, { options: names, at }: Waiting): readonly Access[] {
  const given = at?.[callee];
  if (given !== undefined) return [given];
  const headers = options?.headers;
  if (headers === undefined) return [];
  const beside = /^(.*[. ])?(?:\d{0,2}):headers$/.test(headers) ? 'arg :' : headers.replace(/headers$/, '');
  return names.map((name) => `${beside}${name}` as Access);
}

/** What made the client was told when to give up; `some` as well where that could not be told. */
function ofClient(tracer: Tracer, { receiver, call }: LibraryCall, waits: Waiting): 'some' | 'none' | undefined {
  const { client = [], elsewhere = [], mounts = [] } = waits;
  if (elsewhere.some((path) => isWritten(tracer, path))) return 'some';
  if (receiver === undefined || isImported(call)) return undefined;
  if (mounts.some((path) => isWritten(tracer, path))) return 'some';
  if (receiver.kind !== 'external' || receiver.call === undefined) return 'some';
  const given = client.map((access) => limit(argumentOf(tracer, access, receiver.args ?? [])));
  return given.includes('some') ? 'some' : given.includes('none') ? 'none' : undefined;
}

/** `requests.get`, `axios.post`: what is imported, and nobody made. */
function isImported({ callee }: CallExpression): boolean {
  const root = callee.kind === 'member' ? callee.object : callee;
  return root.kind === 'name' && (root.binding === undefined || root.binding.source?.kind === 'import');
}

/** Absent, or a word for "never"; anything else is taken for a deadline. */
function limit(value: Value | undefined): 'some' | 'none' | undefined {
  if (value === undefined) return undefined;
  return optionsOf(value).every(isNever) ? 'none' : 'some';
}

function isNever(value: Value): boolean {
  if (value.kind === 'constant') return value.value === undefined || value.value === null || value.value === false || value.value === 0;
  // `ClientTimeout(total=None)`
  const made = value.kind === 'external' ? value.args : value.kind === 'derived' && /Timeout\(\)$/.test(value.operation) ? value.from : [];
  if (made === undefined || made.length === 0) return false;
  return made.every((arg) =>
    arg.kind === 'object' ? !arg.open && [...arg.properties.values()].every((property) => isNever(property.value())) : isNever(arg),
  );
}

/** A request that was made before says itself what it says. */
function isMade(subject: Value | undefined): boolean {
  return subject?.kind === 'external' || (subject?.kind === 'derived' && /Request/.test(subject.operation));
}

/** `session.mount(…)`, `axios.defaults.timeout = …`: somewhere in the workspace, clients are told more. */
function isWritten(tracer: Tracer, path: string): boolean {
  const names = path.split('.');
  const last = names.at(-1)!;
  return tracer.elsewhere.isWritten(names[0]!, `deadline ${path}`, (module) => writes(module, names, last));
}

function writes(module: Module, names: readonly string[], last: string): boolean {
  let found = false;
  eachInBody(
    module.body,
    (part) => {
      const target = part.kind === 'call' ? part.callee : part.kind === 'assign' ? part.target : undefined;
      if (target?.kind !== 'member' || target.property !== last || (part.kind === 'call' && isRoute(part))) return;
      found ||= names.length === 1 || (target.object.kind === 'member' && target.object.property === names[0]);
    },
    'all',
  );
  return found;
}

/** `app.mount('/static', files)` is about a server. */
function isRoute({ args: [first] }: CallExpression): boolean {
  return first === undefined || (first.value.kind === 'literal' && /^(?!https?:)/.test(String(first.value.value)));
}

function nameIn(access: Access): string {
  return access.replace(/^.*[.:]/, '');
}

function shown(name: string, value: Data | undefined, language: SourceLanguage): string {
  if (value === undefined) return name;
  return language === 'python' ? `${name}=${text(value)}` : `${name}: ${text(value)}`;
}

function text(value: Data): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if ('code' in value && typeof value.code === 'string') return value.code;
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${text(inner as Data)}`)
    .join(', ')} }`;
}

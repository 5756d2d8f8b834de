import { asks, isStarting, makesMissing, putsAway, type Effect, type Place } from '../../../rules/kit/index.js';
import type { Expression, FunctionNode } from '../syntax/ir.js';
import type { Waits } from './direct-effect.js';
import type { ScopedCandidate } from './candidates.js';
import type { Env } from './env.js';
import type { Need } from './flags.js';
import type { Held } from './python/handed-on.js';
import { pathKey } from './path-key.js';
import { askedIn } from './memory-changes.js';
import type { Rewriting } from './rewriting.js';
import { directParts, fromModel, hasFresh, somePart } from './some-part.js';
import { openedFile } from './python/handles.js';
import { takenBack } from './taken-back.js';
import type { Value } from './value.js';
import { keyOf } from './value-keys.js';

/** An effect on its way from the call to the handler, with what later steps still need. */
export interface TracedEffect extends Effect {
  readonly subject?: Value;
  readonly target?: Value;
  readonly content: readonly Value[];
  readonly columns?: readonly string[];
  readonly candidates: readonly ScopedCandidate[];
  /** The functions between here and the place where it is seen: a key made in one of them is made again with it. */
  readonly frames: readonly Place[];
  /** The execution that keeps what changes in memory: it ends with the call unless the handler was made in it. */
  readonly keeper?: Env;
  /** It changes what a parameter was given: whoever calls tells whether that is kept. */
  readonly held?: Held;
  /** A POST of which nothing says whether it asks or adds: the name of a function on the way may. */
  readonly mayAsk?: true;
  /** It happens in telemetry or while signing in. */
  readonly aside?: true;
  /** It may wait as long as it takes. */
  readonly waits?: Waits;
  /** The test on one side of which a change of memory happens, and what the test asks about. */
  readonly side?: Side;
  /** It happens only when what a function looked up has expired. */
  readonly lapsed?: true;
  /** It happens only when something else failed. */
  readonly afterFailure?: true;
  /** The function whose `catch` hides the failure. */
  readonly hiddenIn?: Place;
  /** It happens only when these fields of an object of the call were assigned. */
  readonly needs?: readonly Need[];
  /** It is known how the function that reads and writes the file changes it. */
  readonly rewritten?: true;
}

/** What stands around an effect. */
export type Marks = Pick<TracedEffect, 'retriedBy' | 'step' | 'swallowedBy' | 'hiddenIn' | 'approvedBy' | 'idempotentBy'>;

export interface Side {
  readonly test: Expression;
  readonly when: boolean;
}

/** What happens in a `catch` clause, because something has expired, or if a model likes, from one place of the list on. */
export function markAll(effects: TracedEffect[], from: number, mark: Pick<TracedEffect, 'afterFailure' | 'lapsed' | 'sometimes'>): void {
  for (let i = from; i < effects.length; i++) effects[i] = { ...effects[i]!, ...mark };
}

/** Equal for effects of which one tells as much as the other: what is done where, and what stands around it. */
export function wayOf({
  class: kind,
  resource,
  detail,
  file,
  span,
  via,
  aside,
  afterFailure,
  lapsed,
  needs,
  approvedBy,
  retriedBy,
  step,
  swallowedBy,
  idempotentBy,
  refusedBy,
  sometimes,
  waits,
  afterWrite,
}: TracedEffect): string {
  const around = [approvedBy, retriedBy, step, swallowedBy, idempotentBy, refusedBy, waits, afterWrite, swallowedBy?.again].map(
    (mark) => mark !== undefined,
  );
  // One call runs all statements of a program that sends them through one function.
  const statement = resource === 'database' ? (detail ?? '') : '';
  const needed = (needs ?? []).map((need) => need.join(' ')).join();
  return `${kind} ${span.start} ${aside === true} ${afterFailure === true} ${lapsed === true} ${sometimes === true} ${via.some(({ label }) => isStarting(label))} ${around.join(' ')} ${needed} ${statement} ${file}`;
}

/** What the name of a function on the way, or of the tool, says of what is done in it: it asks, makes what is missing, or puts away. */
export function answered(effect: TracedEffect, name: string): TracedEffect {
  if (effect.mayAsk === true && asks(name)) {
    const { mayAsk: _asks, unsaid: _unsaid, ...rest } = effect;
    return { ...rest, class: 'read', certainty: 'probable' };
  }
  if (effect.mayAsk === true && !effect.ensures && makesMissing(name)) return { ...effect, ensures: true, certainty: 'probable' };
  if (effect.class === 'destroy' && effect.bounded && !effect.reversible && putsAway(name)) return { ...effect, reversible: true };
  return effect;
}

/** `if (set.has(id)) set.delete(id); else set.add(id);`: each time the other one. */
function toggles(effect: TracedEffect, effects: readonly TracedEffect[]): boolean {
  const { side } = effect;
  if (effect.resource !== 'memory' || side === undefined || effect.via.length > 0) return false;
  const asked = askedIn(side.test);
  return (
    asked.some((name) => effect.api === `memory: ${name}`) &&
    effects.some(
      (other) =>
        other.api === effect.api &&
        other.side?.test === side.test &&
        other.side.when !== side.when &&
        (other.class === 'destroy') !== (effect.class === 'destroy'),
    )
  );
}

function toggled(effect: TracedEffect): TracedEffect {
  const { idempotentBy: _idempotentBy, refusedBy: _refusedBy, ...rest } = effect;
  return { ...rest, relative: true };
}

/**
 * What the effects of one function say together: a file with a fresh name that is renamed or removed again was the
 * function's own; one that stays is one more each time; content that rests on what was read changes again when repeated.
 */
export function settle(
  effects: readonly TracedEffect[],
  fn: FunctionNode,
  between: (read: Place | undefined, write: Place) => Rewriting,
): readonly TracedEffect[] {
  const consumed = new Set<string>();
  for (const effect of effects) {
    if (effect.resource === 'filesystem' && effect.subject !== undefined && (effect.target !== undefined || effect.class === 'destroy'))
      consumed.add(pathKey(effect.subject));
  }
  // What was created a moment ago, and only if nothing was there, may be taken back, and what was only begun when it failed.
  const created = new Set(
    effects.filter((effect) => effect.exclusive && effect.subject !== undefined).map((effect) => pathKey(effect.subject!)),
  );
  const mayTakeBack = effects.some(({ class: kind, afterFailure }) => kind === 'destroy' && afterFailure === true);
  const begun = new Set(
    (mayTakeBack ? effects : [])
      .filter((effect) => effect.class.startsWith('write') && effect.attributes !== true && effect.afterFailure !== true)
      .flatMap((effect) => thingOf(effect) ?? []),
  );
  const takesBack = (effect: TracedEffect): boolean => {
    const { class: kind, resource, subject, target, afterFailure } = effect;
    if (kind !== 'destroy' || resource === 'memory' || target !== undefined) return false;
    if (resource === 'filesystem' && subject !== undefined && created.has(pathKey(subject))) return true;
    return afterFailure === true && begun.has(thingOf(effect) ?? '');
  };
  const filled = filledAndMoved(effects);
  const own = once(
    (value) => isTemporary(value) || (hasFresh(value) && consumed.has(pathKey(value))) || (filled.size > 0 && filled.has(pathKey(value))),
  );
  const relativeTemporaries = new Set(
    effects
      .filter(
        (effect) =>
          effect.resource === 'filesystem' && effect.subject !== undefined && own(effect.subject) && restsOnRead(effect, effect.content),
      )
      .map((effect) => pathKey(effect.subject!)),
  );
  return takenBack(effects, fn).map((effect) => {
    if (toggles(effect, effects)) return toggled(effect);
    if (!effect.own && takesBack(effect)) return { ...effect, own: true };
    if (effect.resource !== 'filesystem' || effect.subject === undefined) return effect;
    if (effect.target !== undefined && own(effect.subject)) {
      // The temporary file takes the place of the target: a write of the target, not a move.
      const { target, ...rest } = effect;
      const key = pathKey(effect.subject);
      const written = effects.filter(
        (other) => other !== effect && other.attributes !== true && other.subject !== undefined && pathKey(other.subject) === key,
      );
      const content = written.flatMap((other) => other.content);
      const filled = { ...rest, class: 'write.set' as const, subject: target, content };
      const moved = { ...filled, relative: relativeTemporaries.has(key) || restsOnRead(filled, content) };
      return writtenBack(moved, effects, between, written[0]) ?? moved;
    }
    if (effect.own || effect.rewritten) return effect;
    if (own(effect.subject)) return { ...effect, own: true };
    if (effect.class === 'write.set' && hasFresh(effect.subject)) return { ...effect, class: 'write.add' as const };
    // Nothing of that name can be there already.
    if (effect.class === 'write.add' && (effect.ensures || effect.exclusive) && hasFresh(effect.subject))
      return { ...effect, ensures: false, exclusive: false };
    const rewritten = writtenBack(effect, effects, between);
    if (rewritten !== undefined) return rewritten;
    if (effect.class === 'write.set' && !effect.relative && restsOnRead(effect, effect.content)) return { ...effect, relative: true };
    return effect;
  });
}

/** What is written or removed: the address of a request, or the subject of another call. */
function thingOf({ resource, subject, detail }: TracedEffect): string | undefined {
  const address = /^(?:PUT|PATCH|DELETE) (\S+)$/.exec(detail ?? '')?.[1];
  if (address !== undefined) return `${resource} ${address}`;
  return subject === undefined ? undefined : `${resource} ${pathKey(subject)}`;
}

/** Files that are written first and take the place of others then: `report.tmp`. What the model alone names is no such file. */
function filledAndMoved(effects: readonly TracedEffect[]): ReadonlySet<string> {
  const moved = new Set<string>();
  for (const { resource, subject, target } of effects)
    if (resource === 'filesystem' && target !== undefined && subject !== undefined && subject.kind !== 'input') moved.add(pathKey(subject));
  if (moved.size === 0) return moved;
  const written = effects.filter(({ target, class: kind }) => target === undefined && kind.startsWith('write'));
  const filled = new Set(written.flatMap(({ subject }) => (subject === undefined ? [] : pathKey(subject))));
  return new Set([...moved].filter((key) => filled.has(key)));
}

/** A file that this function reads in one call, and writes again in another; `writing`: where the content is handed over, if not here. */
function writtenBack(
  effect: TracedEffect,
  effects: readonly TracedEffect[],
  between: (read: Place | undefined, write: Place) => Rewriting,
  writing: TracedEffect = effect,
): TracedEffect | undefined {
  if (effect.class !== 'write.set' || effect.subject === undefined) return undefined;
  const rests = effect.content.some((value) => comesFromRead(value, effect.subject!));
  const write = writing.via[0] ?? writing;
  const key = rests ? pathKey(effect.subject) : '';
  const read = effects.find(
    (other) =>
      rests &&
      other.class === 'read' &&
      other.subject !== undefined &&
      pathKey(other.subject) === key &&
      (other.via[0] ?? other).span.start !== write.span.start,
  );
  if (read === undefined && (writing.via.length === 0 || !effect.content.some(isMade))) return undefined;
  const { grows, fills, shifts, alters, replaces } = between(read === undefined ? undefined : (read.via[0] ?? read), write);
  if (!grows && !fills && !shifts && !alters) return replaces ? { ...effect, relative: false, rewritten: true } : undefined;
  if (fills && !grows && !shifts) {
    const idempotentBy = { file: write.file, span: write.span, label: 'only what is not there yet is added' };
    return { ...effect, class: alters ? 'write.set' : 'write.add', relative: false, rewritten: true, idempotentBy };
  }
  return grows && !alters
    ? { ...effect, class: 'write.add', relative: false, rewritten: true }
    : { ...effect, relative: grows || shifts, rewritten: true };
}

/** Data of the program, and nothing that the model alone says. */
function isMade(content: Value): boolean {
  return (
    somePart(content, ({ kind }) => kind === 'array' || kind === 'object') || somePart(content, (part) => readFrom(part) !== undefined)
  );
}

function comesFromRead(content: Value, subject: Value): boolean {
  return somePart(content, (part) => {
    const read = readFrom(part);
    return read !== undefined && shareRoots(read, subject);
  });
}

/** Where the value was read, if it is what stands there. */
function readFrom(value: Value): Value | undefined {
  return value.kind === 'derived' ? value.read?.subject : openedFile(value);
}

/** Asks once for each value: many effects have the same subject. */
function once(test: (value: Value) => boolean): (value: Value | undefined) => boolean {
  const known = new Map<Value, boolean>();
  return (value) => {
    if (value === undefined) return false;
    let answer = known.get(value);
    if (answer === undefined) known.set(value, (answer = test(value)));
    return answer;
  };
}

const temporaryPath = /^\/(?:var\/)?tmp(?:\/|$)/;

const temporaries = new WeakMap<Value, boolean>();

/** Below the system's folder for temporary files, unless the operator says otherwise. What the model may choose is no such place. */
function isTemporary(value: Value): boolean {
  let answer = temporaries.get(value);
  if (answer === undefined) temporaries.set(value, (answer = isBelow(value)));
  return answer;
}

function isBelow(value: Value, depth = 0): boolean {
  const inside = (part: Value): boolean => depth < 12 && isBelow(part, depth + 1);
  switch (value.kind) {
    case 'union':
      return value.options.some(inside) && !value.options.some((option) => !inside(option) && fromModel(option));
    case 'text':
      return value.parts.some((part, i) => (typeof part === 'string' ? i === 0 && temporaryPath.test(part) : inside(part)));
    case 'constant':
      return typeof value.value === 'string' && temporaryPath.test(value.value);
    case 'external':
      return value.library === 'py:tempfile' || value.args?.some(inside) === true;
    case 'derived':
      return /tmpdir|tempdir|mkdtemp|mkstemp/i.test(value.operation) || value.from.some(inside);
    default:
      return false;
  }
}

/** Operations after which a second application changes more: adding, replacing, counting. */
const growing = /^(?:\+|-|\*|\.?(?:replace|replaceAll|concat|push|unshift|splice|append|padStart|padEnd|repeat)(?:\(\))?|subn?\(\)|item)$/;

/** The new content is made from what was read at the same place, by something that does not come to rest. */
function restsOnRead(effect: TracedEffect, content: readonly Value[]): boolean {
  const { subject } = effect;
  return subject !== undefined && content.some((value) => value !== subject && grows(value, subject));
}

/** A way from the content to a read of the same place, on which something is added or replaced. */
function grows(content: Value, subject: Value): boolean {
  const seen = new Map<Value, boolean>();
  const waiting: { readonly value: Value; readonly changed: boolean }[] = [{ value: content, changed: false }];
  for (let item = waiting.pop(); item !== undefined && seen.size < 400; item = waiting.pop()) {
    const { value, changed } = item;
    if (seen.get(value) === true || (seen.has(value) && !changed)) continue;
    seen.set(value, changed);
    const read = readFrom(value);
    if (read !== undefined) {
      if (changed && shareRoots(read, subject)) return true;
      continue;
    }
    const now =
      changed ||
      value.kind === 'text' ||
      (value.kind === 'derived' && growing.test(value.operation)) ||
      (value.kind === 'array' && value.items.length > 0);
    for (const part of directParts(value)) waiting.push({ value: part, changed: now });
  }
  return false;
}

function shareRoots(a: Value, b: Value): boolean {
  const roots = rootsOf(b);
  return [...rootsOf(a)].some((root) => roots.has(root));
}

const rootsKnown = new WeakMap<Value, ReadonlySet<string>>();

/** What a path is made from: arguments of the model and constants. What an object holds is worked out when it is asked for. */
function rootsOf(value: Value): ReadonlySet<string> {
  const known = rootsKnown.get(value);
  if (known !== undefined) return known;
  const roots = new Set<string>();
  let isOpen = false;
  somePart(value, (part) => {
    isOpen ||= part.kind === 'object';
    if (part.kind !== 'unknown' && part.kind !== 'text' && part.kind !== 'union' && part.kind !== 'derived') roots.add(keyOf(part));
    return false;
  });
  if (!isOpen) rootsKnown.set(value, roots);
  return roots;
}

import type { Effect, Place } from '../../../rules/kit/index.js';
import type { ScopedCandidate } from './candidates.js';
import { keyOf, textHoles, type Value } from './value.js';

/** An effect on its way from the call to the handler, with what later steps still need. */
export interface TracedEffect extends Effect {
  readonly subject?: Value;
  readonly target?: Value;
  readonly content: readonly Value[];
  readonly candidates: readonly ScopedCandidate[];
  /** The functions between here and the place where it is seen: a key made in one of them is made again with it. */
  readonly frames: readonly Place[];
  /** The function whose `catch` hides the failure. */
  readonly hiddenIn?: Place;
}

/**
 * What the effects of one function say together: a file with a fresh name that is renamed or removed again was the
 * function's own; one that stays is one more each time; content that rests on what was read changes again when repeated.
 */
export function settle(effects: readonly TracedEffect[]): readonly TracedEffect[] {
  const consumed = new Set<string>();
  for (const effect of effects) {
    if (effect.resource === 'filesystem' && effect.subject !== undefined && (effect.target !== undefined || effect.class === 'destroy')) consumed.add(pathKey(effect.subject));
  }
  // What was created a moment ago, and only if nothing was there, may be taken back.
  const created = new Set(effects.filter((effect) => effect.exclusive && effect.subject !== undefined).map((effect) => pathKey(effect.subject!)));
  const own = (value: Value | undefined): boolean => value !== undefined && (isTemporary(value) || (hasFresh(value) && consumed.has(pathKey(value))));
  const relativeTemporaries = new Set(
    effects.filter((effect) => effect.subject !== undefined && own(effect.subject) && restsOnRead(effect, effect.content)).map((effect) => pathKey(effect.subject!)),
  );
  return effects.map((effect) => {
    if (effect.resource !== 'filesystem' || effect.subject === undefined) return effect;
    if (effect.target !== undefined && own(effect.subject)) {
      // The temporary file takes the place of the target: a write of the target, not a move.
      const { target, ...rest } = effect;
      return { ...rest, class: 'write.set' as const, subject: target, relative: relativeTemporaries.has(pathKey(effect.subject)) };
    }
    if (effect.own) return effect;
    if (own(effect.subject) || (effect.class === 'destroy' && effect.target === undefined && created.has(pathKey(effect.subject)))) return { ...effect, own: true };
    if (effect.class === 'write.set' && hasFresh(effect.subject)) return { ...effect, class: 'write.add' as const };
    if (effect.class === 'write.set' && !effect.relative && restsOnRead(effect, effect.content)) return { ...effect, relative: true };
    return effect;
  });
}

/** Equal for paths that are written alike, fresh parts included. */
function pathKey(value: Value): string {
  if (value.kind === 'text') return value.parts.map((part) => (typeof part === 'string' ? part : pathKey(part))).join('|');
  if (value.kind === 'derived') return `${value.operation}@${value.at?.span.start ?? ''}(${value.from.map(pathKey).join()})`;
  return keyOf(value);
}

function hasFresh(value: Value, depth = 0): boolean {
  if (depth > 10) return false;
  if (value.kind === 'text') return textHoles(value).some((hole) => hasFresh(hole, depth + 1));
  if (value.kind === 'derived') return value.fresh === true || value.from.some((part) => hasFresh(part, depth + 1));
  return false;
}

/** Below the system's folder for temporary files. */
function isTemporary(value: Value, depth = 0): boolean {
  if (depth > 10) return false;
  if (value.kind === 'text') return /^\/(?:var\/)?tmp\//.test(typeof value.parts[0] === 'string' ? value.parts[0] : '') || textHoles(value).some((hole) => isTemporary(hole, depth + 1));
  if (value.kind === 'constant') return typeof value.value === 'string' && /^\/(?:var\/)?tmp\//.test(value.value);
  if (value.kind === 'derived') return /tmpdir|mkdtemp/i.test(value.operation) || value.from.some((part) => isTemporary(part, depth + 1));
  return false;
}

/** Operations after which a second application changes more: adding, replacing, counting. */
const growing = /^(?:\+|-|\*|\.?(?:replace|replaceAll|concat|push|unshift|splice|append|padStart|padEnd|repeat)(?:\(\))?|item)$/;

/** The new content is made from what was read at the same place, by something that does not come to rest. */
function restsOnRead(effect: TracedEffect, content: readonly Value[]): boolean {
  if (effect.subject === undefined) return false;
  const roots = rootsOf(effect.subject);
  return content.some((value) => value !== effect.subject && grows(value, roots, false, 0));
}

function grows(value: Value, roots: ReadonlySet<string>, changed: boolean, depth: number): boolean {
  if (depth > 40) return false;
  switch (value.kind) {
    case 'derived': {
      if (value.read !== undefined) return changed && [...rootsOf(value.read.subject)].some((root) => roots.has(root));
      const now = changed || growing.test(value.operation);
      return value.from.some((part) => grows(part, roots, now, depth + 1));
    }
    case 'text':
      return textHoles(value).some((hole) => grows(hole, roots, true, depth + 1));
    case 'union':
      return value.options.some((option) => grows(option, roots, changed, depth + 1));
    case 'array':
      return value.items.length > 0 ? value.items.some((item) => grows(item, roots, true, depth + 1)) : value.rest !== undefined && grows(value.rest, roots, changed, depth + 1);
    case 'object':
      return [...value.properties.values()].some((property) => grows(property.value(), roots, changed, depth + 1));
    default:
      return false;
  }
}

/** What a path is made from: arguments of the model and constants. */
function rootsOf(value: Value, depth = 0): ReadonlySet<string> {
  const roots = new Set<string>();
  const visit = (part: Value, level: number): void => {
    if (level > 12) return;
    if (part.kind === 'input' || part.kind === 'environment' || part.kind === 'constant') roots.add(keyOf(part));
    else if (part.kind === 'text') for (const hole of textHoles(part)) visit(hole, level + 1);
    else if (part.kind === 'union') for (const option of part.options) visit(option, level + 1);
    else if (part.kind === 'derived') for (const inner of part.from) visit(inner, level + 1);
    else if (part.kind !== 'unknown') roots.add(keyOf(part));
  };
  visit(value, depth);
  return roots;
}

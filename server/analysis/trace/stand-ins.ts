/** Functions that stand in for one of a library: `const fetch = withRetry(nodeFetch)`. */
import type { Place } from '../../../rules/kit/index.js';
import type { TracedEffect } from './traced.js';
import type { Value } from './value.js';
import { placedKeyOf } from './value-keys.js';

/**
 * The effects of a function, as its caller sees them. When it is called by the name of the library's function and hands on what it
 * is given, the call of it says what is done and to what: there the effect stands, once, however often the function tries.
 */
export function standing(effects: readonly TracedEffect[], name: string, args: readonly Value[], at: Place): readonly TracedEffect[] {
  const [subject] = args;
  if (subject === undefined) return effects;
  // The summary may be that of an earlier call, which was given an equal value.
  const given = placedKeyOf(subject);
  const isGiven = ({ subject: own }: TracedEffect): boolean =>
    own === subject || (own !== undefined && own.kind !== 'unknown' && placedKeyOf(own) === given);
  const stands = (effect: TracedEffect): boolean => effect.via.length === 0 && nameOf(effect.api) === name && isGiven(effect);
  if (!effects.some(stands)) return effects;
  const seen = new Set<string>();
  return effects.flatMap((effect) => {
    const kind = `${effect.class} ${effect.api}`;
    if (!stands(effect)) return [effect];
    return seen.has(kind) || !seen.add(kind) ? [] : [{ ...effect, ...at }];
  });
}

function nameOf(path: string): string {
  return path.split(/[.#: ]/).pop()!;
}

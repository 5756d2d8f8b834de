import { isIncidental, type Effect, type Unresolved } from '../../rules/kit/index.js';
import type { Saying } from './marks.js';

type EffectSaying = Extract<Saying, { kind: 'effect' }>;
type OpenSaying = Extract<Saying, { kind: 'unresolved' }>;

const flags: Readonly<Record<string, (effect: Effect) => boolean>> = {
  certain: ({ certainty }) => certainty === 'certain',
  probable: ({ certainty }) => certainty === 'probable',
  possible: ({ certainty }) => certainty === 'possible',
  ensures: ({ ensures }) => ensures,
  exclusive: ({ exclusive }) => exclusive,
  unbounded: ({ bounded }) => !bounded,
  bounded: ({ bounded }) => bounded,
  relative: ({ relative }) => relative,
  absolute: ({ relative }) => !relative,
  own: ({ own }) => own,
  reversible: ({ reversible }) => reversible,
  open: ({ openWorld }) => openWorld,
  closed: ({ openWorld }) => !openWorld,
  prepares: ({ prepares }) => prepares === true,
  counts: (effect) => !isIncidental(effect),
  caller: ({ callerControlled }) => callerControlled,
  swallowed: ({ swallowedBy }) => swallowedBy !== undefined,
  retried: ({ retriedBy }) => retriedBy !== undefined,
  once: ({ idempotentBy, refusedBy }) => (idempotentBy ?? refusedBy) !== undefined,
  again: ({ idempotentBy, refusedBy }) => (idempotentBy ?? refusedBy) === undefined,
  approved: ({ approvedBy }) => approvedBy !== undefined,
};

/** In what an effect differs from its mark, in words. */
export function differentEffects(effect: Effect, { class: is, resource, facts }: EffectSaying): readonly string[] {
  const problems: string[] = [];
  if (effect.class !== is || effect.resource !== resource) problems.push(`it is ${effect.class} ${effect.resource}, ${effect.api}`);
  for (const fact of facts) {
    const [name = '', value] = fact.split('=', 2);
    const flag = Object.hasOwn(flags, name) ? flags[name] : undefined;
    if (value !== undefined) {
      const real = valueOf(effect, name);
      if (real === undefined) problems.push(`no such fact: ${name}`);
      else if (real !== fact.slice(name.length + 1)) problems.push(`${name} is ${real}`);
    } else if (flag === undefined) problems.push(`no such fact: ${name}`);
    else if (!flag(effect)) problems.push(`it is not ${name}`);
  }
  return problems;
}

/** In what an unresolved call differs from its mark. */
export function differentOpen({ named = false, reason }: Unresolved, said: OpenSaying): readonly string[] {
  const problems: string[] = [];
  if (said.named !== undefined && said.named !== named) problems.push(`it is ${named ? 'named' : 'unnamed'}`);
  if (said.reason !== undefined && !reason.includes(said.reason)) problems.push(`the reason is "${reason}"`);
  return problems;
}

function valueOf(effect: Effect, name: string): string | undefined {
  if (name === 'key') return effect.key.level;
  if (name === 'api') return effect.api.slice(effect.api.indexOf(': ') + 2);
  if (name === 'library') return effect.api.slice(0, effect.api.indexOf(': '));
  return name === 'detail' ? (effect.detail ?? '') : undefined;
}

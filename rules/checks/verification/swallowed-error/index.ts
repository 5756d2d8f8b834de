import {
  accusing,
  bySwallow,
  chain,
  changes,
  defineRule,
  failureFixes,
  failureMessages,
  hushFixes,
  hushMessages,
  isIncidental,
  named,
  worst,
} from '../../../kit/index.js';
import type { Certainty, Effect, Swallow, Tool } from '../../../kit/index.js';

export default defineRule({
  id: 'verification/swallowed-error',
  summary: 'A failure is caught, and the tool answers as if there had been none.',
  since: '0.1.0',
  severity: 'error',
  set: 'recommended',
  fix: 'exact',
  maps: ['MAST-3.2', 'MAST-2.6', 'OWASP-Agentic-2026-ASI08', 'OWASP-Agentic-2026-ASI09', 'CWE-390', 'CWE-391', 'CWE-392'],
  messages: {
    empty: 'When {effect} fails, `{tool}` drops the error and goes on, so the model believes that it worked. Throw the error again.',
    skip: 'When {effect} fails, `{tool}` leaves that item out and says nothing, so the model believes that all is done. Say which ones failed.',
    'empty-value': 'When {effect} fails, `{tool}` returns an empty value, which the model takes for an answer. Throw the error again.',
    success: 'When {effect} fails, `{tool}` still reports success, and the model builds on it. Throw the error again.',
    'catch-call': 'When {effect} fails, `.catch` hides it, so the model believes that `{tool}` worked. Let the failure through.',
    command: '`{words}` ends {effect} well whatever becomes of it, so the model believes that it worked. Let it fail.',
    ...failureMessages,
    ...hushMessages,
  },

  check(tool, report) {
    if (tool.inTests) return;
    for (const effect of tool.effects.known.filter((one) => one.hushed !== undefined && !isIncidental(one))) {
      const hushed = effect.hushed!;
      const data = { words: hushed.words, effect: named(effect) };
      report({ message: 'command', data, at: hushed, because: chain(effect), certainty: accusing(effect), fixes: hushFixes(hushed) });
    }
    const hidden = tool.effects.known.filter((effect) => effect.swallowedBy !== undefined && matters(effect));
    for (const [swallow, effects] of bySwallow(hidden)) {
      const effect = (worst(effects.filter(changes)) ?? worst(effects))!;
      report({
        message: swallow.how,
        data: { tool: tool.name.value, effect: named(effect) },
        at: swallow,
        about: swallow.body,
        because: chain(effect),
        alike: effect,
        certainty: sureness(effect, swallow, tool),
        severity: changes(effect) ? 'error' : 'warning',
        fixes: failureFixes(swallow, tool),
      });
    }
  },
});

/** A search that leaves out what it cannot read is a search. */
function matters(effect: Effect): boolean {
  return !isIncidental(effect) && (effect.class !== 'read' || effect.swallowedBy?.how !== 'skip');
}

const tidying = /^_?(?:clean|prune|purge|dispose|evict|rotate|tearDown|teardown|(?:remove|delete)(?:Old|Stale|Temp|Expired))/;

/**
 * What is often meant: creating what may exist already; attributes of a file that are set as well as can be; a message about
 * work that is done, or tidying up beside it; a file that need not be there; a read whose result is only a part of the answer.
 */
function sureness(effect: Effect, swallow: Swallow, tool: Tool): Certainty {
  if (swallow.heard === true || (swallow.meant === true && swallow.how !== 'success')) return 'possible';
  if (swallow.how === 'success') return accusing(effect);
  const optional =
    effect.class === 'read' && (swallow.how !== 'empty-value' || effect.resource === 'filesystem' || effect.resource === 'memory');
  const courtesy = /^(?:chat|mail)$/.test(effect.resource) || effect.via.some(({ label }) => tidying.test(label));
  const beside = courtesy && tool.effects.known.some((other) => changes(other) && other.swallowedBy === undefined);
  return effect.exclusive || effect.ensures || effect.attributes === true || optional || beside ? 'possible' : accusing(effect);
}

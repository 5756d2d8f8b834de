import { accusing, addsEachTime, chain, defineRule, named, once, repeats } from '../../../kit/index.js';
import type { Effect } from '../../../kit/index.js';

export default defineRule({
  id: 'idempotency/in-memory-dedupe',
  summary: 'What was done is remembered in the memory of one process only.',
  since: '0.1.0',
  severity: 'warning',
  set: 'strict',
  fix: 'none',
  maps: ['MAST-1.3', 'MAST-2.1', 'OWASP-Agentic-2026-ASI08', 'CWE-837'],
  messages: {
    forgets:
      '`{tool}` remembers in memory what it did. After a restart, or in a second process, a repeated call reaches {effect} and {repeats}. Keep it in a store.',
  },

  check(tool, report) {
    if (tool.inTests) return;
    for (const effect of once(tool.effects.known.filter(isHeldByMemory))) {
      report({
        message: 'forgets',
        data: { tool: tool.name.value, effect: named(effect), repeats: repeats(effect) },
        at: effect.refusedBy ?? effect,
        about: effect,
        because: chain(effect, effect.refusedBy),
        certainty: accusing(effect),
        // A server that a program starts for itself lives as long as the conversation.
        ...(tool.hosted ? { severity: 'information' } : {}),
      });
    }
  },
});

/** Nothing else recognizes the repetition. */
function isHeldByMemory(effect: Effect): boolean {
  if (effect.refusedBy === undefined || effect.resource === 'memory' || effect.resource === 'browser') return false;
  return addsEachTime(effect) && (effect.key.level === 'none' || effect.key.level === 'K1');
}

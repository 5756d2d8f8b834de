import {
  accusing,
  addsWhenCalledAgain,
  chain,
  defineRule,
  keyFixes,
  keyMessages,
  lacksDeduplication,
  named,
  once,
  weaker,
} from '../../../kit/index.js';

export default defineRule({
  id: 'idempotency/missing-dedup-id',
  summary: 'A message is sent to a queue that drops doubles, without the id by which it knows them.',
  since: '0.1.0',
  severity: 'warning',
  set: 'strict',
  fix: 'choice',
  maps: ['MAST-1.3', 'OWASP-Agentic-2026-ASI08', 'CWE-837', 'CWE-694'],
  messages: {
    twice:
      'Without `{field}`, the queue takes a repeated {effect} of `{tool}` for another message, and the work is done twice. Derive the id from the arguments.',
    ...keyMessages,
  },

  check(tool, report) {
    if (tool.inTests) return;
    for (const effect of once(tool.effects.known.filter(lacksDeduplication))) {
      if (!addsWhenCalledAgain(effect)) continue;
      report({
        message: 'twice',
        data: { tool: tool.name.value, effect: named(effect), field: effect.keyName ?? 'id' },
        at: effect,
        because: chain(effect),
        // The queue may be told to compare the content of messages.
        certainty: weaker('probable', accusing(effect)),
        fixes: keyFixes(effect, tool),
      });
    }
  },
});

import {
  accusing,
  askFixes,
  askMessages,
  chain,
  defineRule,
  isUnsafeToRepeat,
  keyFixes,
  keyMessages,
  named,
  once,
  repeats,
  weaker,
} from '../../../kit/index.js';

export default defineRule({
  id: 'idempotency/retry-around-non-idempotent',
  summary: 'A retry encloses a call that does its work again at each attempt.',
  since: '0.1.0',
  severity: 'error',
  set: 'recommended',
  fix: 'exact',
  maps: ['MAST-1.3', 'OWASP-Agentic-2026-ASI08', 'CWE-837', 'CWE-799'],
  messages: {
    keyed: 'A retry ({retry}) repeats {effect}: when only the answer was lost, `{tool}` {repeats}. Give all attempts one idempotency key.',
    keyless:
      'A retry ({retry}) repeats {effect}: when only the answer was lost, `{tool}` {repeats}. Repeat reads only, or look before each attempt.',
    ...keyMessages,
    ...askMessages,
  },

  check(tool, report) {
    if (tool.inTests) return;
    for (const effect of once(tool.effects.known.filter(isUnsafeToRepeat))) {
      const retry = effect.retriedBy;
      if (retry === undefined || retry.step === true || retry.shared === true) continue;
      report({
        message: effect.keySlot === undefined ? 'keyless' : 'keyed',
        data: { tool: tool.name.value, effect: named(effect), retry: retry.api, repeats: repeats(effect) },
        at: effect,
        because: chain(effect, retry),
        certainty: weaker(accusing(effect), retry.certainty),
        fixes: [...keyFixes(effect, tool), ...askFixes(effect, tool)],
      });
    }
  },
});

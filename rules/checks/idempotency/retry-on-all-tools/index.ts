import { accusing, chain, defineRule, isUnsafeToRepeat, named, repeats, weaker, worst } from '../../../kit/index.js';
import type { Rerun } from '../../../kit/index.js';

export default defineRule({
  id: 'idempotency/retry-on-all-tools',
  summary: 'What runs the tools calls one of them again after a failure, and it does its work again.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'none',
  maps: ['MAST-1.3', 'OWASP-Agentic-2026-ASI08', 'CWE-837', 'CWE-799'],
  messages: {
    again:
      '`{by}` calls `{tool}` again after a failure, also when only the answer was lost: then {effect} {repeats}. Limit it to tools that may be repeated.',
  },

  check(tool, report) {
    if (tool.inTests) return;
    const retry = tool.reruns?.find(repeatsAfterFailure);
    const effect = worst(tool.effects.known.filter(isUnsafeToRepeat));
    if (retry === undefined || effect === undefined) return;
    report({
      message: 'again',
      data: { tool: tool.name.value, by: retry.by, effect: named(effect), repeats: repeats(effect) },
      at: tool.name,
      about: effect,
      because: chain(effect, retry.because),
      certainty: weaker(accusing(effect), retry.certainty),
      ...(retry.certainty === 'possible' ? { severity: 'information' } : {}),
    });
  },
});

/** What a framework does by itself, and nobody wrote down, is said in a lower voice. */
function repeatsAfterFailure({ how, attempts }: Rerun): boolean {
  return how === undefined && attempts !== 0;
}

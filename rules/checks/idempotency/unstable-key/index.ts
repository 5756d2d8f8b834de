import { accusing, addsEachTime, chain, defineRule, freshForEachAttempt, keyFixes, keyMessages, named, once } from '../../../kit/index.js';
import type { Effect, Severity } from '../../../kit/index.js';

export default defineRule({
  id: 'idempotency/unstable-key',
  summary: 'An idempotency key is new on every call, so it recognizes no repetition.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'exact',
  maps: ['MAST-1.3', 'OWASP-Agentic-2026-ASI08', 'CWE-837'],
  messages: {
    eachAttempt:
      'Each attempt gets a new key ({source}), so every retry does {effect} in `{tool}` again. Derive it from the arguments, or make it before the retry.',
    eachCall: 'Each call of `{tool}` gets a new key ({source}), so a repeated call does {effect} again. Derive the key from the arguments.',
    ...keyMessages,
  },

  check(tool, report) {
    if (tool.inTests) return;
    for (const effect of once(tool.effects.known.filter(hasFreshKey))) {
      const { because } = effect.key;
      const inRetry = freshForEachAttempt(effect);
      report({
        message: inRetry ? 'eachAttempt' : 'eachCall',
        data: { tool: tool.name.value, effect: named(effect), source: because?.label ?? 'a value that is new each time' },
        at: effect.key.place ?? because ?? effect,
        about: effect,
        because: chain(effect, because, effect.retriedBy),
        certainty: accusing(effect),
        severity: severityOf(effect, inRetry),
        fixes: keyFixes(effect, tool),
      });
    }
  },
});

/** `args.key ?? random` is no defect of this kind: who wants a stable key can give one. */
function hasFreshKey(effect: Effect): boolean {
  return addsEachTime(effect) && effect.key.level === 'K1' && effect.key.optional !== true;
}

/** A key that is made before a retry covers the attempts of one call, which is all that some receivers need. */
function severityOf(effect: Effect, inRetry: boolean): Severity {
  if (inRetry) return 'error';
  return effect.class === 'external' && effect.retriedBy === undefined ? 'error' : 'warning';
}

import { accusing, addsEachTime, called, chain, defineRule, freshForEachAttempt, keyFixes, keyMessages, once } from '../../../kit/index.js';
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
    eachAttempt: 'Each attempt gets a new key from {source}, so `{effect}` in `{tool}` is done again by every retry. Make the key before the retry.',
    eachCall: 'The key of `{tool}` is new for each call ({source}), so `{effect}` is done again when it is called again. Derive the key from the arguments.',
    ...keyMessages,
  },

  check(tool, report) {
    if (tool.inTests) return;
    for (const effect of once(tool.effects.known.filter(hasFreshKey))) {
      const { because } = effect.key;
      const inRetry = freshForEachAttempt(effect);
      report({
        message: inRetry ? 'eachAttempt' : 'eachCall',
        data: { tool: tool.name.value, effect: called(effect), source: because?.label ?? 'a value that is new each time' },
        at: effect.key.place ?? because ?? effect,
        about: effect,
        because: [...(because ? [because] : []), ...(effect.retriedBy ? [effect.retriedBy] : []), ...chain(effect)],
        certainty: accusing(effect),
        severity: severityOf(effect, inRetry),
        fixes: keyFixes(effect, tool.language),
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

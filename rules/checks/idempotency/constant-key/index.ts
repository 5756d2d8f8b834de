import { accusing, addsEachTime, chain, defineRule, keyFixes, keyMessages, named, once } from '../../../kit/index.js';
import type { Effect, Severity } from '../../../kit/index.js';

export default defineRule({
  id: 'idempotency/constant-key',
  summary: 'One idempotency key stands for all requests of a tool, so different ones are taken for one.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'choice',
  maps: ['OWASP-Agentic-2026-ASI08', 'CWE-837', 'CWE-694'],
  messages: {
    same: 'All calls of `{tool}` share one key ({source}), so a second, different {effect} is taken for the first and not done. Put what tells them apart into the key.',
    ...keyMessages,
  },

  check(tool, report) {
    if (tool.inTests) return;
    for (const effect of once(tool.effects.known.filter(isTakenForOne))) {
      const { because, place } = effect.key;
      report({
        message: 'same',
        data: { tool: tool.name.value, effect: named(effect), source: because?.label ?? 'a constant' },
        at: place ?? effect,
        about: effect,
        because: chain(effect, because),
        certainty: accusing(effect),
        severity: severityOf(effect),
        fixes: keyFixes(effect, tool),
      });
    }
  },
});

/** What the model asks for reaches the call, so that requests differ, and nothing of it is in the key. */
function isTakenForOne(effect: Effect): boolean {
  return addsEachTime(effect) && effect.key.level === 'K2' && effect.inputs.length > 0 && !happensOnce.test(effect.file);
}

/** What is run once, by people, is what a constant key is for. */
const happensOnce = /(?:^|\/)(?:migrations?|scripts?|seeds?|seeders?)\//;

/** Receivers of money compare the requests under one key, and refuse the second one. */
function severityOf(effect: Effect): Severity {
  return effect.class === 'external' ? 'error' : 'warning';
}

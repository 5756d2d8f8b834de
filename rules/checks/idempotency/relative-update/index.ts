import { accusing, addsWhenCalledAgain, buildsOnRow, chain, defineRule, isCounter, named, once, setsOut } from '../../../kit/index.js';
import type { Effect } from '../../../kit/index.js';

export default defineRule({
  id: 'idempotency/relative-update',
  summary: 'A value is changed from what it was before, so a repeated call changes it again.',
  since: '0.1.0',
  severity: 'warning',
  set: 'strict',
  fix: 'none',
  maps: ['MAST-1.3', 'OWASP-Agentic-2026-ASI08', 'CWE-837'],
  messages: {
    again:
      '`{tool}` changes a value from what it was before ({effect}), so a repeated call changes it twice. Set the new value, or test for the old one in the same call.',
  },

  check(tool, report) {
    if (tool.inTests || tool.effects.known.some(keepsLedger)) return;
    for (const effect of once(tool.effects.known.filter(changesTwice))) {
      report({
        message: 'again',
        data: { tool: tool.name.value, effect: named(effect) },
        at: setsOut(effect, tool),
        about: effect,
        because: chain(effect),
        certainty: accusing(effect),
      });
    }
  },
});

function changesTwice(effect: Effect): boolean {
  return buildsOnRow(effect) && addsWhenCalledAgain(effect) && !isCounter(effect);
}

/** A row of what was done, which is refused the second time, takes the change back with it. */
function keepsLedger(effect: Effect): boolean {
  return effect.resource === 'database' && effect.identity === 'given' && ledgers.test(effect.words ?? '');
}

const ledgers = /ledger|idempot|processed|dedup|operation|transaction/i;

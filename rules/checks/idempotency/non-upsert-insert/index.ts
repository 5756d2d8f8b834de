import {
  accusing,
  addsWhenCalledAgain,
  chain,
  defineRule,
  insertsRow,
  isAppendOnly,
  named,
  once,
  setsOut,
  weaker,
} from '../../../kit/index.js';
import type { Effect } from '../../../kit/index.js';

export default defineRule({
  id: 'idempotency/non-upsert-insert',
  summary: 'A row is inserted, and nothing says what happens when it is there already.',
  since: '0.1.0',
  severity: 'information',
  set: 'strict',
  fix: 'none',
  maps: ['MAST-1.3', 'OWASP-Agentic-2026-ASI08', 'CWE-837', 'CWE-694'],
  messages: {
    plain:
      '`{tool}` adds with {effect} whether or not it is there: a repeated call adds the row twice. Insert or update by what identifies the row.',
    renamed:
      '`{tool}` gives each row of {effect} a new id, so a repeated call adds the row twice. Derive the id from the arguments, or upsert by them.',
  },

  check(tool, report) {
    if (tool.inTests) return;
    for (const effect of once(tool.effects.known.filter(addsTwice))) {
      const data = { tool: tool.name.value, effect: named(effect) };
      const common = { at: setsOut(effect, tool), about: effect, because: chain(effect), data };
      const sure = accusing(effect);
      // A column of the table may be unique all the same.
      if (effect.identity === 'new') report({ ...common, message: 'renamed', certainty: sure });
      else report({ ...common, message: 'plain', certainty: weaker(sure, 'probable') });
    }
  },
});

/** A row whose id is given, or of which something is unique, is refused the second time; of logs, each call is meant to leave one. */
function addsTwice(effect: Effect): boolean {
  return (
    insertsRow(effect) &&
    addsWhenCalledAgain(effect) &&
    effect.identity !== 'given' &&
    effect.identity !== 'unique' &&
    !isAppendOnly(effect) &&
    !runsOnce.test(effect.file)
  );
}

const runsOnce = /(?:^|\/)(?:migrations?|seeds?|seeders?)\//;

import { accusing, addsWhenCalledAgain, chain, defineRule, isJournal, named, once, saysAppends, setsOut } from '../../../kit/index.js';

export default defineRule({
  id: 'idempotency/append-write',
  summary: 'A tool adds to the end of a file, and does not look whether that is there already.',
  since: '0.1.0',
  severity: 'information',
  set: 'strict',
  fix: 'none',
  maps: ['MAST-1.3', 'OWASP-Agentic-2026-ASI08', 'CWE-837'],
  messages: {
    twice:
      '`{tool}` adds to the end of a file ({effect}), whatever is there: a repeated call adds the same again. Look for it first, or write the whole file.',
  },

  check(tool, report) {
    if (tool.inTests || saysAppends(tool)) return;
    for (const effect of once(tool.effects.known)) {
      if (effect.appends !== true || !addsWhenCalledAgain(effect) || isJournal(effect)) continue;
      report({
        message: 'twice',
        data: { tool: tool.name.value, effect: named(effect) },
        at: setsOut(effect, tool),
        about: effect,
        because: chain(effect),
        certainty: accusing(effect),
      });
    }
  },
});

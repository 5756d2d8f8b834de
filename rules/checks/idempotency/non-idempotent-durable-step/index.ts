import { accusing, chain, defineRule, isUnsafeToRepeat, keyFixes, keyMessages, named, once, repeats, weaker } from '../../../kit/index.js';

export default defineRule({
  id: 'idempotency/non-idempotent-durable-step',
  summary: 'A step of a durable workflow, which is run at least once, does its work again each time.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'choice',
  maps: ['MAST-1.3', 'OWASP-Agentic-2026-ASI08', 'CWE-837'],
  messages: {
    keyed:
      'The engine runs the step of `{tool}` again when it fails or is cut off after {effect}: then it {repeats}. Pass a key that is the same for the step.',
    keyless:
      'The engine runs the step of `{tool}` again when it fails or is cut off after {effect}: then it {repeats}. Look first, or keep what was done.',
    ...keyMessages,
  },

  check(tool, report) {
    if (tool.inTests) return;
    for (const effect of once(tool.effects.known.filter(isUnsafeToRepeat))) {
      const step = effect.retriedBy;
      if (step?.step !== true) continue;
      report({
        message: effect.keySlot === undefined ? 'keyless' : 'keyed',
        data: { tool: tool.name.value, effect: named(effect), repeats: repeats(effect) },
        at: effect,
        because: chain(effect, step),
        certainty: weaker(accusing(effect), step.certainty),
        fixes: keyFixes(effect, tool),
      });
    }
  },
});

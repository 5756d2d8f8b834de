import { accusing, chainFrom, changes, defineRule, lowered, named, waitFixes, waitMessages, weaker } from '../../../kit/index.js';
import type { Certainty, Effect, Floating } from '../../../kit/index.js';

export default defineRule({
  id: 'verification/floating-effect',
  summary: 'A tool changes something and does not wait for it, so it reports success too early.',
  since: '0.1.0',
  severity: 'error',
  set: 'recommended',
  fix: 'exact',
  maps: ['MAST-3.1', 'OWASP-Agentic-2026-ASI08', 'CWE-252', 'CWE-662'],
  messages: {
    dropped: '`{tool}` does not wait for {effect}, so the model hears of success before it is done, and of no failure. Await it.',
    idle: '{effect} does nothing until somebody awaits it, and `{tool}` does not, so the model hears of what never happens. Await it.',
    each: '`{tool}` starts {effect} for each item and waits for none, so the model hears of success before it is done. Use a loop that waits.',
    task: '`{tool}` starts a task for {effect} that nobody holds: it may be dropped on the way, and its failure is never heard. Await it.',
    ...waitMessages,
  },

  check(tool, report) {
    if (tool.inTests) return;
    const seen = new Set<string>();
    for (const effect of tool.effects.known) {
      const { floating } = effect;
      // One call that is left to itself may do several things.
      const place = floating === undefined ? '' : `${floating.file}:${floating.span.start}`;
      if (floating === undefined || !changes(effect) || seen.has(place)) continue;
      seen.add(place);
      report({
        message: floating.how,
        data: { tool: tool.name.value, effect: named(effect) },
        at: floating,
        about: effect,
        because: chainFrom(effect, floating),
        certainty: sureness(effect, floating),
        fixes: waitFixes(floating),
      });
    }
  },
});

/** Messages beside the work, and what is left on purpose, are mostly meant. */
function sureness(effect: Effect, { meant, how }: Floating): Certainty {
  if (meant === true || effect.resource === 'chat') return 'possible';
  return how === 'task' ? weaker('probable', lowered(accusing(effect))) : accusing(effect);
}

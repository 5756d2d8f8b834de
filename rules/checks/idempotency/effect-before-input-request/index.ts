import { accusing, chain, defineRule, isUnsafeToRepeat, named, once, repeats, setsOut, weaker } from '../../../kit/index.js';
import type { Effect, Rerun, Tool } from '../../../kit/index.js';

export default defineRule({
  id: 'idempotency/effect-before-input-request',
  summary: 'A tool does something before a question to a human, after whose answer it starts again.',
  since: '0.1.0',
  severity: 'error',
  set: 'recommended',
  fix: 'none',
  maps: ['MAST-1.3', 'MAST-2.2', 'OWASP-Agentic-2026-ASI08', 'CWE-837', 'CWE-841'],
  messages: {
    twice:
      '`{tool}` starts again from its beginning once `{question}` is answered, and {effect} comes before the question: it {repeats}. Ask first.',
  },

  check(tool, report) {
    if (tool.inTests) return;
    for (const effect of once(tool.effects.known.filter(isUnsafeToRepeat))) {
      const restart = restartAfter(tool, effect);
      if (restart === undefined) continue;
      report({
        message: 'twice',
        data: { tool: tool.name.value, effect: named(effect), question: restart.by, repeats: repeats(effect) },
        at: setsOut(effect, tool),
        about: effect,
        because: [...chain(effect), ...(effect.beforeAsking === undefined ? [] : [effect.beforeAsking])],
        certainty: weaker(accusing(effect), restart.certainty),
      });
    }
  },
});

/** The question that follows is one after whose answer the framework runs the tool from its start. */
function restartAfter({ reruns = [] }: Tool, { beforeAsking: asked, idempotentBy }: Effect): Rerun | undefined {
  if (asked === undefined || idempotentBy !== undefined) return undefined;
  return reruns.find(({ how, by }) => how === 'asks' && by === asked.label);
}

import { defineEnvironmentRule, guardFixes, guardMessages } from '../../../kit/index.js';

export default defineEnvironmentRule({
  id: 'environment/destructive-without-env-guard',
  summary: 'A tool empties a store, and nothing keeps it from doing so in production.',
  since: '0.1.0',
  severity: 'information',
  set: 'strict',
  fix: 'choice',
  maps: ['MAST-1.1', 'OWASP-Agentic-2026-ASI02', 'CWE-862'],
  messages: {
    empties: '`{tool}` reaches {shown}, which removes all that is there, in every environment. Refuse unless `{variable}` allows it.',
    drops: '`{tool}` reaches {shown} in every environment. Refuse unless `{variable}` allows it.',
    ...guardMessages,
  },

  check(facts, report) {
    for (const effect of facts.unguarded) {
      const { tool, shown, variable, drops, certainty, because, guard } = effect;
      report({
        message: drops ? 'drops' : 'empties',
        data: { tool: tool.slice(0, 40), shown, variable },
        at: effect,
        certainty,
        because,
        fixes: guardFixes(guard),
      });
    }
  },
});

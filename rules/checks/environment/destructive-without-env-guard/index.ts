import { defineEnvironmentRule } from '../../../kit/index.js';
import type { Edit, UnguardedEffect } from '../../../kit/index.js';

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
    guard: 'Refuse outside of development and tests',
  },

  check(facts, report) {
    for (const effect of facts.unguarded) {
      const { tool, shown, variable, drops, certainty, because } = effect;
      report({
        message: drops ? 'drops' : 'empties',
        data: { tool: tool.slice(0, 40), shown, variable },
        at: effect,
        certainty,
        because,
        fixes: guards(effect),
      });
    }
  },
});

/** A list of what is allowed: an environment that nobody thought of is refused. */
function guards({ guard }: UnguardedEffect) {
  if (guard === undefined) return [];
  const { at, text, needs } = guard;
  const imports: readonly Edit[] = needs === undefined ? [] : [{ kind: 'import', file: at.file, from: needs }];
  const edits: readonly Edit[] = [...imports, { kind: 'line-above', at, text, comment: false }];
  return [{ message: 'guard', data: {}, grade: 'choice', edits } as const];
}

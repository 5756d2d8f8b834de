import { defineEnvironmentRule } from '../../../kit/index.js';
import type { ProductionCommand } from '../../../kit/index.js';

export default defineEnvironmentRule({
  id: 'environment/prod-command-in-dev-script',
  summary: 'A script for development or tests is meant for production.',
  since: '0.1.0',
  severity: 'error',
  set: 'recommended',
  fix: 'choice',
  maps: ['OWASP-Agentic-2026-ASI02', 'CWE-1188', 'CWE-668'],
  messages: {
    destroys: '`{name}` is for {purpose}, and removes or replaces something in production: `{shown}`. Point it at another environment.',
    acts: '`{name}` is for {purpose}, but acts on production: `{shown}`. Point it at another environment.',
    secret: 'The job `{name}` runs tests, and gets `{shown}`: tests can use production. Give it a secret of its own.',
    other: 'Use `{other}`',
  },

  check(facts, report) {
    for (const target of facts.targets) {
      const { file, span, name, shown, destroys, isSecret, environment } = target;
      const data = { name, shown, purpose: environment === 'dev' ? 'development' : 'tests' };
      report({
        ...({ message: isSecret ? 'secret' : destroys ? 'destroys' : 'acts', data } as const),
        at: { file, span },
        certainty: 'probable',
        severity: destroys ? 'error' : 'warning',
        fixes: others(target),
      });
    }
  },
});

function others({ instead }: ProductionCommand) {
  if (instead === undefined) return [];
  const { at, text } = instead;
  return [{ message: 'other', data: { other: text }, grade: 'choice', edits: [{ kind: 'replace', at, text }] } as const];
}

import { baseName, defineEnvironmentRule } from '../../../kit/index.js';

export default defineEnvironmentRule({
  id: 'environment/prod-import-in-dev-path',
  summary: 'A test, a seed script or a notebook imports settings or a client of production.',
  since: '0.1.0',
  severity: 'warning',
  set: 'strict',
  fix: 'none',
  maps: ['OWASP-Agentic-2026-ASI03', 'CWE-668'],
  messages: {
    module: '`{from}` holds what production uses, and {why}. A run acts on it. Import what development or tests use.',
    name: '`{name}` of `{from}` is what production uses, and {why}. A run acts on it. Import what development or tests use.',
  },

  check(facts, report) {
    for (const { file, span, from, name, because: why } of facts.imports) {
      report({
        ...(name === undefined
          ? ({ message: 'module', data: { from: baseName(from).slice(0, 60), why } } as const)
          : ({ message: 'name', data: { from: baseName(from).slice(0, 60), name: name.slice(0, 40), why } } as const)),
        at: { file, span },
        certainty: 'probable',
      });
    }
  },
});

import { defineEnvironmentRule } from '../../../kit/index.js';
import type { RiskyServer } from '../../../kit/index.js';

export default defineEnvironmentRule({
  id: 'environment/writable-prod-mcp-server',
  summary: 'An agent is given a server that may change production, or everything that an account holds.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'exact',
  maps: ['MAST-1.2', 'OWASP-Agentic-2026-ASI03', 'OWASP-MCP-2025-MCP02', 'CWE-250', 'CWE-668'],
  messages: {
    production: '`{name}` lets the agent change {title} in production, by {because}. Let it only read, or use another environment.',
    everywhere: '`{name}` lets the agent change {because} in {title}. Let it only read, or narrow it to one project.',
    key: '`{name}` lets the agent act in {title} with a live key: on the account of production. Use a test key.',
    folder: '`{name}` lets the agent change every file below `{because}`. Name the folders that it needs.',
    restrict: 'Add `{shown}`',
  },

  check(facts, report) {
    for (const server of facts.servers) {
      report({
        ...said(server),
        at: server,
        certainty: server.risk === 'production' ? 'probable' : 'certain',
        severity: server.risk === 'live-key' ? 'error' : 'warning',
        fixes: restrictions(server),
      });
    }
  },
});

function said({ name: given, title, risk, because }: RiskyServer) {
  const name = given.slice(0, 40);
  if (risk === 'live-key') return { message: 'key', data: { name, title } } as const;
  if (risk === 'folder') return { message: 'folder', data: { name, because } } as const;
  return { message: risk, data: { name, title, because } } as const;
}

function restrictions({ instead }: RiskyServer) {
  if (instead === undefined) return [];
  return [{ message: 'restrict', data: { shown: instead.shown }, grade: 'exact', edits: instead.edits } as const];
}

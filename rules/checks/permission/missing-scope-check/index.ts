import { defineEnvironmentRule } from '../../../kit/index.js';

export default defineEnvironmentRule({
  id: 'permission/missing-scope-check',
  summary: 'A server verifies tokens, and lets whoever has one run each of its tools.',
  since: '0.1.0',
  severity: 'information',
  set: 'strict',
  fix: 'none',
  maps: ['MAST-1.2', 'OWASP-Agentic-2026-ASI03', 'OWASP-MCP-2025-MCP02', 'OWASP-MCP-2025-MCP07', 'CWE-862', 'CWE-285'],
  messages: {
    one: '`{tool}` changes something for whoever has a valid token: no code here asks what a token allows, or whose it is. Ask for a scope.',
    several:
      '{count} tools, such as `{tool}`, change something for whoever has a valid token: no code here asks what one allows, or whose it is. Ask for a scope.',
  },

  check({ unscoped }, report) {
    for (const { tools, because, ...at } of unscoped) {
      const tool = tools[0]!.slice(0, 40);
      const common = { at, because, certainty: 'probable' } as const;
      if (tools.length === 1) report({ ...common, message: 'one', data: { tool } });
      else report({ ...common, message: 'several', data: { tool, count: String(tools.length) } });
    }
  },
});

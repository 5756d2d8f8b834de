import { defineRule } from '../../../kit/index.js';

export default defineRule({
  id: 'resumption/mcp-session-state',
  summary: 'A tool finds what it has kept by the session of MCP, and newer clients have none.',
  since: '0.1.0',
  severity: 'information',
  set: 'strict',
  fix: 'none',
  maps: ['MAST-2.1', 'OWASP-Agentic-2026-ASI08', 'CWE-664'],
  messages: {
    later:
      '`{tool}` uses `{store}` by the session of MCP, which protocol 2026-07-28 has none of. Keep it under an id that tools take, or under who asks.',
    gone: '`{tool}` uses `{store}` by the session of MCP, but the protocol of its SDK has none. Keep it under an id that tools take, or under who asks.',
    many: '{count} places of this file go by the session of MCP, which protocol 2026-07-28 has none of. Keep what is there under ids that tools take, or under who asks.',
  },
  folded: { above: 3, message: 'many' },

  check(tool, report) {
    if (tool.inTests) return;
    for (const { label, gone, ...at } of tool.sessionState ?? []) {
      const data = { tool: tool.name.value.slice(0, 32), store: label.slice(0, 32) };
      if (gone === true) report({ message: 'gone', data, at, certainty: 'probable', severity: 'warning' });
      else report({ message: 'later', data, at, certainty: 'probable' });
    }
  },
});

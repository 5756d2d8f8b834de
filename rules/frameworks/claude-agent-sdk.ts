import { defineFramework, mcpHints } from '../kit/index.js';

const shape = { name: 'name', description: ['description'], input: ['inputSchema'], hints: 'annotations', handler: ['handler'] } as const;
const permissions = {
  name: 'mcp__{server}__{tool}',
  denied: 'arg 0.options.disallowedTools',
  allowed: 'arg 0.options.allowedTools',
  asks: 'arg 0.options.canUseTool',
  mode: 'arg 0.options.permissionMode',
  modes: { bypassPermissions: 'none', dontAsk: 'always', plan: 'always' },
} as const;
const limits = [{ name: 'maxTurns', at: 'arg 0.options.maxTurns', otherwise: null }] as const;

export default defineFramework({
  id: 'claude-agent-sdk',
  title: 'Claude Agent SDK',
  language: 'typescript',
  packages: ['@anthropic-ai/claude-agent-sdk', '@anthropic-ai/claude-code'],
  reference: 'https://docs.claude.com/en/api/agent-sdk/typescript',
  markers: ['createSdkMcpServer', 'query()', 'tool()'],
  hosted: false,
  failureFlag: 'isError',
  // What is neither allowed nor denied is decided by settings, a prompt or a classifier.
  asksFirst: true,
  hintNames: mcpHints,
  context: { type: 'Extra', aloneWithoutInput: false },
  harmless: ['getSessionInfo', 'getSessionMessages', 'listSessions', 'listSubagents'],
  partly: true,

  tools: [{ call: 'tool', name: 'arg 0', description: 'arg 1', input: 'arg 2', hints: 'arg 4.annotations', handler: 'arg 3' }],
  sets: [
    { call: 'createSdkMcpServer', name: 'arg 0.name', tools: 'arg 0.tools', shape, agent: false },
    { call: 'query', tools: 'arg 0.options.mcpServers', shape, permissions, limits, agent: true },
    { call: 'startup', tools: 'arg 0.options.mcpServers', shape, permissions, limits, agent: true },
  ],
});

import { defineFramework, mcpHints, snakeHints } from '../../kit/index.js';

const shape = { name: 'name', description: ['description'], input: ['input_schema'], hints: 'annotations', handler: ['handler'] } as const;
const permissions = {
  name: 'mcp__{server}__{tool}',
  denied: 'arg :options.disallowed_tools',
  allowed: 'arg :options.allowed_tools',
  asks: 'arg :options.can_use_tool',
  mode: 'arg :options.permission_mode',
  modes: { bypassPermissions: 'none', dontAsk: 'always', plan: 'always' },
} as const;
const limits = [{ name: 'max_turns', at: 'arg :options.max_turns', otherwise: null }] as const;

export default defineFramework({
  id: 'claude-agent-sdk-python',
  title: 'Claude Agent SDK (Python)',
  language: 'python',
  packages: ['claude_agent_sdk', 'claude_code_sdk'],
  reference: 'https://docs.claude.com/en/api/agent-sdk/python',
  markers: ['ClaudeAgentOptions', 'ClaudeSDKClient', 'SdkMcpTool', 'create_sdk_mcp_server', 'query()', 'tool()'],
  hosted: false,
  // What is neither allowed nor denied is decided by settings, a prompt or a classifier.
  asksFirst: true,
  hintNames: mcpHints,
  otherHintNames: { names: snakeHints },
  records: ['ClaudeAgentOptions', 'ClaudeCodeOptions', 'ToolAnnotations'],
  instances: {
    SdkMcpServer: ['create_sdk_mcp_server()'],
    SdkMcpTool: ['SdkMcpTool()', 'tool()()'],
    ClaudeSDKClient: ['ClaudeSDKClient()'],
  },
  harmless: ['ClaudeSDKClient#*', 'query', 'PermissionResultAllow', 'PermissionResultDeny', 'HookMatcher'],
  partly: true,

  tools: [
    {
      call: 'tool',
      applied: true,
      name: 'arg 0:name',
      description: 'arg 1:description',
      input: 'arg 2:input_schema',
      hints: 'arg 3:annotations',
      inputAt: '*',
    },
    {
      call: 'SdkMcpTool',
      name: 'arg 0:name',
      description: 'arg 1:description',
      input: 'arg 2:input_schema',
      handler: 'arg 3:handler',
      hints: 'arg 4:annotations',
      inputAt: '*',
    },
  ],
  sets: [
    { call: 'create_sdk_mcp_server', name: 'arg 0:name', tools: 'arg 2:tools', shape, agent: false },
    { call: 'query', tools: 'arg :options.mcp_servers', shape, permissions, limits, agent: true },
    {
      call: 'ClaudeSDKClient',
      tools: 'arg 0:options.mcp_servers',
      shape,
      permissions: {
        ...permissions,
        denied: 'arg 0:options.disallowed_tools',
        allowed: 'arg 0:options.allowed_tools',
        asks: 'arg 0:options.can_use_tool',
        mode: 'arg 0:options.permission_mode',
      },
      limits: [{ name: 'max_turns', at: 'arg 0:options.max_turns', otherwise: null }],
      agent: true,
    },
  ],
});

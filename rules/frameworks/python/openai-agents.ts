import { defineFramework } from '../../kit/index.js';

const shape = { description: [], input: [] } as const;
const turns = { name: 'max_turns', at: 'arg :max_turns', suggests: 20 } as const;
const keeps = [{ name: 'session', at: ['arg :session', 'arg :conversation_id', 'arg :previous_response_id'] }] as const;

const servers = ['MCPServerStdio', 'MCPServerSse', 'MCPServerStreamableHttp'] as const;

export default defineFramework({
  id: 'openai-agents-python',
  title: 'OpenAI Agents SDK for Python',
  language: 'python',
  packages: ['agents'],
  distributions: ['openai-agents'],
  reference: 'https://openai.github.io/openai-agents-python/tools/',
  markers: [
    'function_tool',
    'tool()',
    'FunctionTool()',
    'Agent()',
    'SandboxAgent()',
    'RealtimeAgent()',
    'as_tool',
    ...servers,
    'Runner.run()',
    'Runner.run_sync()',
    'Runner.run_streamed()',
  ],
  hosted: false,
  instances: { Agent: ['Agent()', 'Agent#clone()'], RunContextWrapper: ['RunContextWrapper'], ToolContext: ['ToolContext'] },
  extends: { RealtimeAgent: 'Agent', SandboxAgent: 'Agent', ToolContext: 'RunContextWrapper' },
  hidden: ['RunContextWrapper', 'ToolContext'],
  handsOn: { RunContextWrapper: 'context', ToolContext: 'context' },
  callIds: ['tool_call_id'],
  harmless: [
    'CodeInterpreterTool',
    'FileSearchTool',
    'ImageGenerationTool',
    'RunContextWrapper#usage.*',
    'ToolSearchTool',
    'WebSearchTool',
    'custom_span',
    'function_span',
    'trace',
  ],
  partly: true,

  tools: [
    // The same under a shorter name, from `agents.decorators`.
    ...['function_tool', 'tool'].map((call) => ({
      call,
      applied: true as const,
      name: 'arg :name_override' as const,
      description: 'arg :description_override' as const,
      gate: 'arg :needs_approval' as const,
      timeout: 'arg :timeout' as const,
    })),
    {
      call: 'FunctionTool',
      name: 'arg 0:name',
      description: 'arg 1:description',
      input: 'arg 2:params_json_schema',
      handler: 'arg 3:on_invoke_tool',
      gate: 'arg :needs_approval',
    },
    {
      call: 'Agent#as_tool',
      name: 'arg 0:tool_name',
      description: 'arg 1:tool_description',
      gate: 'arg :needs_approval',
      elsewhere: 'the tool runs another agent',
    },
  ],
  sets: [
    ...['Agent', 'RealtimeAgent', 'SandboxAgent', 'Agent#clone'].map((call) => ({
      call,
      name: 'arg 0:name' as const,
      tools: ['arg :tools', 'arg :mcp_servers'] as const,
      shape,
      limits: [{ ...turns, otherwise: 10 }],
      checks: ['arg :output_type', 'arg :output_guardrails', 'arg :handoffs', 'arg :hooks'] as const,
      agent: true,
    })),
    ...servers.map((call) => ({
      call,
      name: 'arg :name' as const,
      tools: [],
      servers: { at: 'arg 0:params' as const },
      shape,
      asked: {
        always: ['arg :require_approval.always.tool_names', 'arg :require_approval.always'] as const,
        never: ['arg :require_approval.never.tool_names', 'arg :require_approval.never'] as const,
      },
      gates: 'arg :require_approval' as const,
      open: ['never'],
      agent: false,
    })),
  ],
  approval: { on: 'definition', field: 'needs_approval', value: true },
  runs: ['Runner.run', 'Runner.run_sync', 'Runner.run_streamed', 'Runner#run'].map((call) => ({
    call,
    agent: 'arg 0:starting_agent' as const,
    limit: turns,
    keeps,
  })),
});

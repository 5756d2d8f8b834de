import { defineFramework, type ToolForm } from '../../kit/index.js';

const shape = { description: [], input: [] } as const;
const form = {
  applied: true,
  name: 'arg :name',
  description: 'arg :description',
  gate: 'arg :requires_approval',
  labels: ['arg :metadata'],
  timeout: 'arg :timeout',
} as const satisfies Partial<ToolForm>;
const requests = {
  name: 'request_limit',
  at: 'arg :usage_limits.request_limit',
  suggests: 50,
  instead: [
    'arg :usage_limits.tool_calls_limit',
    'arg :usage_limits.input_tokens_limit',
    'arg :usage_limits.output_tokens_limit',
    'arg :usage_limits.total_tokens_limit',
  ],
} as const;

const servers = ['MCPServerStdio', 'MCPServerSSE', 'MCPServerStreamableHTTP', 'MCPToolset'] as const;

export default defineFramework({
  id: 'pydantic-ai',
  title: 'Pydantic AI',
  language: 'python',
  packages: ['pydantic_ai'],
  distributions: ['pydantic-ai-slim'],
  reference: 'https://ai.pydantic.dev/tools/',
  markers: ['tool()', 'tool_plain', 'Agent()', 'FunctionToolset', ...servers, 'Tool()', 'from_schema', 'add_function'],
  hosted: false,
  instances: {
    Agent: ['Agent()'],
    FunctionToolset: ['FunctionToolset()'],
    ...Object.fromEntries(servers.map((name) => [name, [`${name}()`]])),
    RunContext: ['RunContext'],
  },
  identity: Object.fromEntries(
    ['FunctionToolset', ...servers].flatMap((toolset) =>
      ['approval_required', 'defer_loading', 'filtered', 'prefixed', 'prepared', 'renamed'].map((way) => [`${toolset}#${way}`, 'this']),
    ),
  ),
  records: ['UsageLimits'],
  hidden: ['RunContext'],
  handsOn: { RunContext: 'deps' },
  callIds: ['tool_call_id'],
  harmless: ['Agent#output_validator', 'Agent#system_prompt', 'Agent#instructions', 'RunContext#usage.*'],
  partly: true,
  asks: ['ApprovalRequired'],

  tools: [
    { call: 'Agent#tool', ...form },
    { call: 'Agent#tool_plain', ...form },
    { call: 'FunctionToolset#tool', ...form },
    { call: 'FunctionToolset#tool_plain', ...form },
    {
      call: 'FunctionToolset#add_function',
      name: ['arg 2:name', 'arg 0:func'],
      description: 'arg :description',
      handler: 'arg 0:func',
      gate: 'arg :requires_approval',
      labels: ['arg :metadata'],
    },
    {
      call: 'Tool.from_schema',
      name: 'arg 1:name',
      description: 'arg 2:description',
      input: 'arg 3:json_schema',
      handler: 'arg 0:function',
    },
    {
      call: 'Tool',
      name: ['arg :name', 'arg 0:function'],
      description: 'arg :description',
      handler: 'arg 0:function',
      gate: 'arg :requires_approval',
      labels: ['arg :metadata'],
    },
  ],
  sets: [
    {
      call: 'Agent',
      name: 'arg :name',
      tools: ['arg :tools', 'arg :toolsets'],
      functions: true,
      serves: true,
      shape,
      limits: [{ name: 'request_limit', at: 'arg :usage_limits.request_limit', otherwise: 50 }],
      agent: true,
      unheard: {
        runs: ['iter', 'run', 'run_stream', 'run_sync'],
        unless: 'arg :capabilities',
        answers: 'deferred_tool_results',
      },
    },
    { call: 'FunctionToolset', tools: 'arg 0:tools', functions: true, shape, agent: false },
    ...servers.map((call) => ({
      call,
      tools: [],
      servers: {
        at: ['arg 0', 'arg 1:args', 'arg :command', 'arg :url', 'arg :client'] as const,
        prefixes: [{ text: '{given}_', given: 'arg :tool_prefix' as const }],
      },
      shape,
      agent: false,
    })),
    ...['FunctionToolset', ...servers].map((toolset) => ({
      call: `${toolset}#approval_required`,
      tools: 'this' as const,
      shape,
      gates: 'arg 0:approval_required_func' as const,
      gated: 'always' as const,
      agent: false,
    })),
  ],
  approval: { on: 'definition', field: 'requires_approval', value: true },
  runs: ['Agent#iter', 'Agent#run', 'Agent#run_stream', 'Agent#run_sync'].map((call) => ({ call, limit: requests })),
});

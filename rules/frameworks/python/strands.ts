import { defineFramework } from '../../kit/index.js';

const shape = { description: [], input: [] } as const;

export default defineFramework({
  id: 'strands-python',
  title: 'Strands Agents for Python',
  language: 'python',
  packages: ['strands'],
  distributions: ['strands-agents'],
  reference: 'https://strandsagents.com/latest/documentation/docs/user-guide/concepts/tools/python-tools/',
  markers: ['tool()', 'TOOL_SPEC', 'Agent()', 'PythonAgentTool'],
  hosted: false,
  instances: { Agent: ['Agent()'], ToolContext: ['ToolContext'] },
  hidden: ['ToolContext', 'Agent'],
  hiddenNames: ['agent', 'tool_context'],
  callIds: ['tool_use.toolUseId'],
  harmless: ['ToolContext#agent.state.get', 'ToolContext#invocation_state.get'],
  partly: true,
  asks: ['ToolContext#interrupt'],
  startsAgain: true,

  tools: [
    {
      call: 'tool',
      applied: true,
      name: 'arg 2:name',
      description: 'arg 0:description',
      input: 'arg 1:inputSchema',
    },
    {
      call: 'PythonAgentTool',
      name: 'arg 0:tool_name',
      description: 'arg 1:tool_spec.description',
      input: 'arg 1:tool_spec.inputSchema.json',
      handler: 'arg 2:tool_func',
    },
  ],
  modules: [
    {
      export: 'TOOL_SPEC',
      shape: { name: 'name', description: ['description'], input: ['inputSchema.json', 'inputSchema'], inputAt: 'input' },
    },
  ],
  sets: [
    {
      call: 'Agent',
      name: 'arg :name',
      tools: 'arg 2:tools',
      shape,
      limits: [{ name: 'limits.turns', at: 'arg :limits.turns', otherwise: null }],
      keeps: [{ name: 'session_manager', at: 'arg :session_manager' }],
      agent: true,
    },
  ],
  runs: ['Agent#', 'Agent#invoke_async', 'Agent#stream_async'].map((call) => ({
    call,
    limit: {
      name: 'limits.turns',
      at: 'arg :limits.turns' as const,
      suggests: 20,
      instead: ['arg :limits.output_tokens', 'arg :limits.total_tokens'] as const,
    },
  })),
});

import { defineFramework } from '../kit/index.js';

// Without a name of its own, a tool has that of its function.
const shape = {
  name: ['name', 'execute'],
  plainName: true,
  description: ['description'],
  input: ['parameters'],
  handler: ['execute'],
  gate: 'needsApproval',
  timeout: 'timeoutMs',
} as const;
const turns = [{ name: 'maxTurns', at: 'arg 1.maxTurns', otherwise: 10 }] as const;

const servers = ['MCPServerStdio', 'MCPServerSSE', 'MCPServerStreamableHttp'] as const;

const keeps = [{ name: 'session', at: ['arg 2.session', 'arg 2.conversationId', 'arg 2.previousResponseId'] }] as const;

export default defineFramework({
  id: 'openai-agents',
  title: 'OpenAI Agents SDK',
  language: 'typescript',
  packages: ['@openai/agents', '@openai/agents-core', '@openai/agents-realtime'],
  reference: 'https://openai.github.io/openai-agents-js/guides/tools',
  markers: ['Agent', 'RealtimeAgent', ...servers, 'tool()', 'toolNamespace'],
  instances: { Agent: ['Agent.create()', 'Agent#clone()'] },
  extends: { RealtimeAgent: 'Agent' },
  identity: { tool: 'arg 0', toolNamespace: 'arg 0.tools' },
  hosted: false,
  context: { type: 'RunContext', aloneWithoutInput: false },
  callIds: ['toolCall.callId'],
  harmless: [
    'Agent#on',
    'RunContext#usage.*',
    'codeInterpreterTool',
    'fileSearchTool',
    'getLogger',
    'imageGenerationTool',
    'programmaticToolCallingTool',
    'toolSearchTool',
    'user',
    'assistant',
    'system',
    'webSearchTool',
    'withTrace',
  ],
  partly: true,

  tools: [
    {
      call: 'Agent#asTool',
      name: 'arg 0.toolName',
      description: 'arg 0.toolDescription',
      gate: 'arg 0.needsApproval',
      elsewhere: 'the tool runs another agent',
    },
  ],
  sets: [
    ...['new Agent', 'Agent.create', 'new RealtimeAgent'].map((call) => ({
      call,
      name: 'arg 0.name' as const,
      tools: ['arg 0.tools' as const, 'arg 0.mcpServers' as const],
      shape,
      limits: turns,
      checks: ['arg 0.outputType' as const, 'arg 0.outputGuardrails' as const, 'arg 0.handoffs' as const],
      agent: true,
    })),
    ...servers.map((name) => ({ call: `new ${name}`, tools: [], servers: { at: 'arg 0' as const }, shape, agent: false })),
  ],
  runs: [
    { call: 'run', agent: 'arg 0', limit: { name: 'maxTurns', at: 'arg 2.maxTurns', suggests: 20 }, keeps },
    { call: 'Runner#run', agent: 'arg 0', limit: { name: 'maxTurns', at: 'arg 2.maxTurns', suggests: 20 }, keeps },
  ],
  forgetful: ['MemorySession'],
  loose: [{ call: 'tool', definition: 'arg 0', shape }],
  approval: { on: 'definition', field: 'needsApproval', value: true },
});

import { defineFramework, mcpHints } from '../kit/index.js';

const shape = {
  name: 'id',
  title: 'title',
  description: ['description'],
  input: ['inputSchema'],
  hints: 'mcp.annotations',
  handler: ['execute'],
  gate: 'requireApproval',
  // Up to version 0 the model's arguments were one of many properties of the first parameter.
  inputAt: { field: 'context', until: 0 },
} as const;
const steps = { name: 'maxSteps', at: 'arg 1.maxSteps' } as const;

export default defineFramework({
  id: 'mastra',
  title: 'Mastra',
  language: 'typescript',
  packages: ['@mastra/core', '@mastra/mcp'],
  reference: 'https://mastra.ai/docs/agents/using-tools',
  markers: ['Agent', 'MCPServer', 'Tool', 'createTool', 'requireToolApproval'],
  identity: { createTool: 'arg 0' },
  hosted: false,
  hintNames: mcpHints,
  context: { type: 'ToolExecutionContext', aloneWithoutInput: false },
  signal: { '@mastra/core': 'abortSignal' },
  callIds: ['agent.toolCallId'],
  requestIds: ['mcp.extra.requestId'],
  harmless: [
    'RuntimeContext#*',
    'RequestContext#*',
    'ToolExecutionContext#observe.*',
    'ToolExecutionContext#requestContext.*',
    'ToolExecutionContext#runtimeContext.*',
    'ToolExecutionContext#mcp.log',
    'ToolExecutionContext#mcp.progress',
    'ToolExecutionContext#mastra.getLogger',
    'ToolExecutionContext#mastra.getLogger().*',
    'ToolExecutionContext#writer.*',
  ],
  partly: true,
  asks: [
    'ToolExecutionContext#agent.suspend',
    'ToolExecutionContext#workflow.suspend',
    'ToolExecutionContext#suspend',
    'ToolExecutionContext#mcp.elicitation.sendRequest',
  ],
  startsAgain: true,

  tools: [
    {
      call: 'new Tool',
      name: 'arg 0.id',
      title: 'arg 0.title',
      description: 'arg 0.description',
      input: 'arg 0.inputSchema',
      hints: 'arg 0.mcp.annotations',
      handler: 'arg 0.execute',
      gate: 'arg 0.requireApproval',
      inputAt: { field: 'context', until: 0 },
    },
  ],
  // The key in an agent's or server's map is the name that the model sees; a tool that none holds has its `id`.
  sets: [
    {
      call: 'new Agent',
      name: 'arg 0.name',
      tools: 'arg 0.tools',
      shape,
      gates: 'arg 0.defaultOptions.requireToolApproval',
      limits: [
        { name: 'maxSteps', at: 'arg 0.defaultGenerateOptions.maxSteps', until: 0 },
        { name: 'maxSteps', at: 'arg 0.defaultOptions.maxSteps' },
      ],
      keeps: [{ name: 'memory', at: 'arg 0.memory' }],
      agent: true,
    },
    { call: 'new MCPServer', name: 'arg 0.name', tools: 'arg 0.tools', shape, agent: false },
  ],
  loose: [{ call: 'createTool', definition: 'arg 0', shape }],
  runs: ['generate', 'stream', 'generateLegacy', 'streamLegacy', 'network'].map((method) => ({
    call: `Agent#${method}`,
    limit: steps,
    gates: 'arg 1.requireToolApproval' as const,
  })),
  approval: { on: 'definition', field: 'requireApproval', value: true },
});

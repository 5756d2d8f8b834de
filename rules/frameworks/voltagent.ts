import { defineFramework, mcpHints } from '../kit/index.js';

const shape = {
  name: 'name',
  description: ['description'],
  input: ['parameters'],
  hints: 'mcp.annotations',
  labels: ['tags'],
  handler: ['execute'],
  gate: 'needsApproval',
} as const;
const runs = ['generateText', 'streamText', 'generateObject', 'streamObject'] as const;

export default defineFramework({
  id: 'voltagent',
  title: 'VoltAgent',
  language: 'typescript',
  packages: ['@voltagent/core'],
  reference: 'https://voltagent.dev/docs/agents/tools/',
  markers: ['Agent', 'Tool', 'createTool', 'createToolkit', 'tool()'],
  identity: { createTool: 'arg 0', tool: 'arg 0', createToolkit: 'arg 0' },
  hosted: false,
  hintNames: mcpHints,
  context: { type: 'ToolExecuteOptions', aloneWithoutInput: false },
  callIds: ['toolContext.callId'],
  harmless: ['ToolExecuteOptions#logger.*', 'ToolExecuteOptions#context.*', 'ToolExecuteOptions#toolContext.*', 'ToolDeniedError'],
  partly: true,

  tools: [
    {
      call: 'new Tool',
      name: 'arg 0.name',
      description: 'arg 0.description',
      input: 'arg 0.parameters',
      hints: 'arg 0.mcp.annotations',
      handler: 'arg 0.execute',
      gate: 'arg 0.needsApproval',
    },
  ],
  sets: [
    {
      call: 'new Agent',
      name: 'arg 0.name',
      tools: 'arg 0.tools',
      shape,
      limits: [{ name: 'maxSteps', at: 'arg 0.maxSteps', otherwise: 10 }],
      agent: true,
    },
    { call: 'createToolkit', name: 'arg 0.name', tools: 'arg 0.tools', shape, agent: false },
  ],
  loose: [
    { call: 'createTool', definition: 'arg 0', shape },
    { call: 'tool', definition: 'arg 0', shape },
  ],
  runs: runs.map((method) => ({
    call: `Agent#${method}`,
    limit: { name: 'maxSteps', at: method.endsWith('Object') ? ('arg 2.maxSteps' as const) : ('arg 1.maxSteps' as const) },
  })),
  approval: { on: 'definition', field: 'needsApproval', value: true },
});

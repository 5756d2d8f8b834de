import { defineFramework, mcpHints, type ToolForm } from '../kit/index.js';

const form = {
  name: 'arg 0.name',
  description: 'arg 0.description',
  input: 'arg 0.inputSchema',
  handler: 'arg 0.callback',
} as const satisfies Partial<ToolForm>;
const shape = {
  name: 'name',
  description: ['description', 'toolSpec.description'],
  input: ['toolSpec.inputSchema'],
  hints: 'toolSpec.annotations',
  handler: ['stream'],
  inputAt: 'toolUse.input',
} as const;

export default defineFramework({
  id: 'strands',
  title: 'Strands Agents',
  language: 'typescript',
  packages: ['@strands-agents/sdk'],
  reference: 'https://strandsagents.com/latest/documentation/docs/user-guide/concepts/tools/',
  markers: ['Agent', 'FunctionTool', 'HumanInTheLoop', 'ZodTool', 'tool()'],
  hosted: false,
  hintNames: mcpHints,
  context: { type: 'ToolContext', aloneWithoutInput: false },
  callIds: ['toolUse.toolUseId'],
  harmless: ['TextBlock', 'ToolResultBlock', 'ToolStreamEvent', 'JsonBlock', 'ToolContext#agent.appState.get'],
  partly: true,
  asks: ['ToolContext#interrupt'],
  startsAgain: true,

  tools: [
    { call: 'tool', ...form },
    { call: 'new FunctionTool', ...form },
    { call: 'new ZodTool', ...form },
  ],
  classes: [{ base: 'Tool', shape }],
  sets: [
    {
      call: 'new Agent',
      name: 'arg 0.name',
      tools: 'arg 0.tools',
      shape,
      policies: ['arg 0.interventions'],
      limits: [{ name: 'limits.turns', at: 'arg 0.limits.turns', otherwise: null }],
      keeps: [{ name: 'sessionManager', at: 'arg 0.sessionManager' }],
      agent: true,
    },
  ],
  policies: [{ call: 'new HumanInTheLoop', free: 'arg 0.allowedTools', otherwise: 'always' }],
  runs: ['invoke', 'stream'].map((method) => ({
    call: `Agent#${method}`,
    limit: {
      name: 'limits.turns',
      at: 'arg 1.limits.turns' as const,
      suggests: 20,
      instead: ['arg 1.limits.outputTokens', 'arg 1.limits.totalTokens'] as const,
    },
  })),
});

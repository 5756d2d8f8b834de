import { defineFramework, mcpHints, type ToolForm } from '../kit/index.js';

const form = {
  name: 'arg 0.name',
  description: 'arg 0.description',
  input: 'arg 0.parameters',
  hints: 'arg 0.webmcp.annotations',
  handler: 'arg 0.handler',
} as const satisfies Partial<ToolForm>;
const shape = {
  name: 'name',
  description: ['description'],
  input: ['parameters'],
  hints: 'webmcp.annotations',
  handler: ['handler', 'execute'],
  gate: 'interrupt',
} as const;
const steps = [{ name: 'maxSteps', at: 'arg 0.maxSteps', otherwise: 1 }] as const;

export default defineFramework({
  id: 'copilotkit',
  title: 'CopilotKit',
  language: 'typescript',
  packages: ['@copilotkit/react-core', '@copilotkit/runtime', '@copilotkitnext/react', '@copilotkitnext/core', '@copilotkitnext/agent'],
  reference: 'https://docs.copilotkit.ai/reference',
  markers: [
    'BasicAgent',
    'BuiltInAgent',
    'CopilotRuntime',
    'defineTool',
    'useCopilotAction',
    'useFrontendTool',
    'useFrontendTools',
    'useHumanInTheLoop',
  ],
  identity: { defineTool: 'arg 0' },
  hosted: false,
  hintNames: mcpHints,
  context: { type: 'FrontendToolContext', aloneWithoutInput: false },
  callIds: ['toolCall.id'],
  partly: true,

  // Without a handler, what is rendered answers: a person does.
  tools: [
    { call: 'useFrontendTool', ...form },
    { call: 'useCopilotAction', ...form },
    { call: 'useHumanInTheLoop', name: 'arg 0.name', description: 'arg 0.description', input: 'arg 0.parameters' },
  ],
  sets: [
    { call: 'useFrontendTools', tools: 'arg 0', shape, agent: false },
    { call: 'new CopilotRuntime', tools: 'arg 0.actions', shape, agent: false },
    { call: 'new BuiltInAgent', tools: 'arg 0.tools', shape, limits: steps, agent: true },
    { call: 'new BasicAgent', tools: 'arg 0.tools', shape, limits: steps, agent: true },
  ],
  loose: [{ call: 'defineTool', definition: 'arg 0', shape }],
});

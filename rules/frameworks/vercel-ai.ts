import { defineFramework } from '../kit/index.js';

const shape = { description: ['description'], input: ['inputSchema', 'parameters'], handler: ['execute'], gate: 'needsApproval' } as const;
const open = ['not-applicable', 'approved'] as const;

export default defineFramework({
  id: 'vercel-ai',
  title: 'Vercel AI SDK',
  language: 'typescript',
  packages: ['ai', '@ai-sdk/workflow', '@ai-sdk/provider-utils'],
  reference: 'https://ai-sdk.dev/docs/foundations/tools',
  markers: ['Experimental_Agent', 'ToolLoopAgent', 'WorkflowAgent', 'dynamicTool', 'generateText', 'streamText', 'tool'],
  identity: { tool: 'arg 0', dynamicTool: 'arg 0', jsonSchema: 'arg 0', zodSchema: 'arg 0' },
  hosted: false,
  context: { type: 'ToolCallOptions', aloneWithoutInput: false },
  callIds: ['toolCallId'],
  harmless: [
    'embed',
    'embedMany',
    'generateImage',
    'generateObject',
    'generateText',
    'isStepCount',
    'stepCountIs',
    'streamObject',
    'streamText',
  ],

  tools: [],
  sets: [
    { call: 'generateText', tools: 'arg 0.tools', shape, gates: 'arg 0.toolApproval', open, agent: true },
    { call: 'streamText', tools: 'arg 0.tools', shape, gates: 'arg 0.toolApproval', open, agent: true },
    { call: 'new ToolLoopAgent', tools: 'arg 0.tools', shape, gates: 'arg 0.toolApproval', open, agent: true },
    { call: 'new Experimental_Agent', tools: 'arg 0.tools', shape, gates: 'arg 0.toolApproval', open, agent: true },
    { call: 'new WorkflowAgent', tools: 'arg 0.tools', shape, gates: 'arg 0.toolApproval', open, agent: true },
  ],
  loose: [
    { call: 'tool', definition: 'arg 0', shape },
    { call: 'dynamicTool', definition: 'arg 0', shape },
  ],

  // v7 gates at the agent by the tool's key; v5 and v6 on the tool.
  approval: {
    on: 'definition',
    field: 'needsApproval',
    value: true,
    until: 6,
    then: { on: 'set', field: 'toolApproval', value: 'user-approval' },
  },
});

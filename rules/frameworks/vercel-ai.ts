import { defineFramework } from '../kit/index.js';

const shape = {
  description: ['description'],
  input: ['inputSchema', 'parameters'],
  output: 'outputSchema',
  handler: ['execute'],
  gate: 'needsApproval',
  labels: ['metadata'],
} as const;
const open = ['not-applicable', 'approved'] as const;
const set = {
  tools: 'arg 0.tools',
  shape,
  gates: 'arg 0.toolApproval',
  open,
  agent: true,
  unheard: { runs: ['generate', 'stream'] },
} as const;
// Conditions of the package would have to be imported.
const counted = { code: '({ steps }) => steps.length >= 20' } as const;
const stop = {
  name: 'stopWhen',
  at: 'arg 0.stopWhen',
  endless: ['isLoopFinished'],
  uncounted: ['hasToolCall'],
  suggests: counted,
} as const;
const once = [
  { name: 'maxSteps', at: 'arg 0.maxSteps', otherwise: 1, until: 4 },
  { ...stop, otherwise: 1 },
] as const;
const checks = ['arg 0.output', 'arg 0.experimental_output', 'arg 0.onFinish', 'arg 0.prepareStep'] as const;
const loop = [{ ...stop, otherwise: 20 }] as const;

const clients = ['createMCPClient', 'experimental_createMCPClient'] as const;

export default defineFramework({
  id: 'vercel-ai',
  title: 'Vercel AI SDK',
  language: 'typescript',
  packages: [
    'ai',
    '@ai-sdk/anthropic',
    '@ai-sdk/google',
    '@ai-sdk/mcp',
    '@ai-sdk/openai',
    '@ai-sdk/provider-utils',
    '@ai-sdk/rsc',
    '@ai-sdk/workflow',
    '@workflow/ai',
  ],
  reference: 'https://ai-sdk.dev/docs/foundations/tools',
  markers: [
    'Experimental_Agent',
    'ToolLoopAgent',
    'WorkflowAgent',
    'createMCPClient',
    'dynamicTool',
    'experimental_createMCPClient',
    'generateText',
    'streamText',
    'streamUI',
    'tool()',
  ],
  instances: { MCPClient: clients.map((call) => `${call}()`) },
  identity: {
    'MCPClient#tools': 'this',
    dynamicTool: 'arg 0',
    jsonSchema: 'arg 0',
    tool: 'arg 0',
    zodSchema: 'arg 0',
  },
  hosted: false,
  context: { type: 'ToolCallOptions', aloneWithoutInput: false },
  signal: { ai: 'abortSignal' },
  callIds: ['toolCallId'],
  harmless: [
    'convertToCoreMessages',
    'convertToModelMessages',
    'cosineSimilarity',
    'createIdGenerator',
    'embed',
    'embedMany',
    'experimental_generateImage',
    'experimental_generateSpeech',
    'experimental_transcribe',
    'generateId',
    'generateImage',
    'generateObject',
    'generateSpeech',
    'generateText',
    'hasToolCall',
    'isLoopFinished',
    'isStepCount',
    'rerank',
    'smoothStream',
    'stepCountIs',
    'streamObject',
    'streamText',
    'transcribe',
  ],
  // A step of a workflow is tried again when it throws.
  reruns: [{ by: 'Workflow DevKit step', attempts: 3, certainty: 'certain', directive: 'use step' }],

  tools: [],
  sets: [
    { call: 'generateText', ...set, limits: once, atOnce: true, checks },
    { call: 'streamText', ...set, limits: once, atOnce: true, checks },
    { call: 'new ToolLoopAgent', ...set, limits: loop, checks },
    { call: 'new Experimental_Agent', ...set, limits: [{ ...stop, otherwise: 1, until: 5 }, ...loop] },
    { call: 'new WorkflowAgent', ...set, limits: [{ ...stop, otherwise: null }] },
    { call: 'new DurableAgent', ...set, limits: [{ ...stop, otherwise: null }] },
    ...clients.map((call) => ({ call, tools: [], servers: { at: 'arg 0' as const }, shape, agent: false })),
    // Shows what the tool yields; one step.
    { call: 'streamUI', tools: 'arg 0.tools', shape: { ...shape, handler: ['generate'] }, agent: true },
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

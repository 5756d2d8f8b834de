import { defineFramework, type CallView, type ToolForm } from '../kit/index.js';

const shape = {
  name: 'name',
  description: ['description'],
  input: ['schema'],
  handler: ['func', '_call'],
  labels: ['tags', 'metadata'],
} as const;
// A thousand steps of a graph take hours: such a number ends nothing.
const steps = { name: 'recursionLimit', many: 1000, suggests: 50 } as const;
const limits = [{ ...steps, at: 'arg 0.recursionLimit', otherwise: 25 }] as const;
const keeps = [{ name: 'checkpointer', at: ['arg 0.checkpointer', 'arg 0.checkpointSaver'], resumes: true }] as const;
const pauses = { before: 'arg 0.interruptBefore', after: 'arg 0.interruptAfter', step: 'tools' } as const;
const thread = {
  name: 'configurable.thread_id',
  within: 'arg 1',
  at: ['arg 1.configurable.thread_id', 'arg 1.configurable.checkpoint_id'],
} as const;
const iterations = [{ name: 'maxIterations', at: 'arg 0.maxIterations', otherwise: 15 }] as const;
const ways = ['invoke', 'stream', 'streamEvents', 'batch'] as const;

export default defineFramework({
  id: 'langchain',
  title: 'LangChain.js and LangGraph.js',
  language: 'typescript',
  packages: [
    '@langchain/core',
    'langchain',
    '@langchain/langgraph',
    '@langchain/langgraph-checkpoint',
    '@langchain/classic',
    '@langchain/mcp-adapters',
    'deepagents',
  ],
  reference: 'https://docs.langchain.com/oss/javascript/langchain/tools',
  // What runs an agent of another file.
  words: [
    ...(['agent', 'app', 'graph', 'workflow'] as const).flatMap((name) => [`${name}.invoke(`, `${name}.stream(`] as const),
    'checkpointer',
    'recursionLimit',
    'thread_id',
  ],
  markers: [
    // Where a graph is compiled that another function built.
    ...(['builder', 'graph', 'graphBuilder', 'workflow'] as const).map((name) => `${name}.compile()` as const),
    'AgentExecutor',
    'DynamicStructuredTool',
    'DynamicTool',
    'MultiServerMCPClient',
    'StateGraph',
    'ToolNode',
    'createAgent',
    'createDeepAgent',
    'createReactAgent',
    'humanInTheLoopMiddleware',
    'initializeAgentExecutorWithOptions',
    'modelCallLimitMiddleware',
    'tool()',
    'toolCallLimitMiddleware',
    'toolRetryMiddleware',
  ],
  instances: {
    MultiServerMCPClient: ['MultiServerMCPClient()'],
    ReactAgent: ['createAgent()', 'createReactAgent()', 'createDeepAgent()', 'ReactAgent#withConfig()'],
    CompiledGraph: ['StateGraph#compile()'],
    StateGraph: ['StateGraph#addNode()', 'StateGraph#addEdge()', 'StateGraph#addConditionalEdges()'],
  },
  identity: { 'BaseToolkit#getTools': 'this', 'MultiServerMCPClient#getTools': 'this' },
  hosted: false,
  context: { type: 'ToolRuntime', aloneWithoutInput: false },
  callIds: ['toolCall.id', 'toolCallId'],
  harmless: [
    '*Message',
    'Command',
    'Send',
    'ToolRuntime#writer',
    'ToolRuntime#config.writer',
    'dispatchCustomEvent',
    'getConfig',
    'getContextVariable',
    'getCurrentTaskInput',
    'getStore',
    'getWriter',
  ],
  partly: true,
  asks: ['interrupt', 'ToolRuntime#interrupt'],
  // The node that was interrupted runs again from its start with the answer.
  startsAgain: true,

  tools: [
    {
      call: 'new DynamicStructuredTool',
      name: 'arg 0.name',
      description: 'arg 0.description',
      input: 'arg 0.schema',
      handler: 'arg 0.func',
      labels: ['arg 0.tags', 'arg 0.metadata'],
    },
    {
      call: 'new DynamicTool',
      name: 'arg 0.name',
      description: 'arg 0.description',
      handler: 'arg 0.func',
      labels: ['arg 0.tags', 'arg 0.metadata'],
    },
  ],
  overloads: [{ call: 'tool', resolve: toolOverload }],
  classes: ['DynamicStructuredTool', 'DynamicTool', 'StructuredTool', 'Tool'].map((base) => ({ base, shape, config: 'arg 0' as const })),

  sets: [
    { call: 'createAgent', name: 'arg 0.name', tools: 'arg 0.tools', shape, policies: ['arg 0.middleware'], limits, keeps, agent: true },
    {
      call: 'createReactAgent',
      name: 'arg 0.name',
      tools: 'arg 0.tools',
      shape,
      pauses,
      limits,
      keeps,
      agent: true,
    },
    { call: 'StateGraph#compile', name: 'arg 0.name', tools: [], shape, graph: true, pauses, limits, keeps, agent: true },
    {
      call: 'createDeepAgent',
      name: 'arg 0.name',
      tools: 'arg 0.tools',
      shape,
      gates: 'arg 0.interruptOn',
      policies: ['arg 0.middleware'],
      inner: { at: 'arg 0.subagents', name: 'name', tools: 'tools', gates: 'interruptOn' },
      limits,
      keeps,
      agent: true,
    },
    {
      call: 'new ToolNode',
      tools: 'arg 0',
      shape,
      limits: [{ ...steps, at: 'arg 1.recursionLimit', otherwise: 25 }],
      part: true,
      agent: true,
    },
    {
      call: 'new MultiServerMCPClient',
      tools: [],
      servers: {
        at: ['arg 0.mcpServers', 'arg 0'],
        many: true,
        prefixes: [
          { text: '{given}__', given: 'arg 0.additionalToolNamePrefix' },
          { text: '{server}__', given: 'arg 0.prefixToolNameWithServerName' },
        ],
      },
      shape,
      agent: false,
    },
    { call: 'new AgentExecutor', tools: 'arg 0.tools', shape, limits: iterations, agent: true },
    { call: 'AgentExecutor.fromAgentAndTools', tools: 'arg 0.tools', shape, limits: iterations, agent: true },
    {
      call: 'initializeAgentExecutorWithOptions',
      tools: 'arg 0',
      shape,
      limits: [{ name: 'maxIterations', at: 'arg 2.maxIterations', otherwise: 15 }],
      agent: true,
    },
  ],
  policies: [
    { call: 'modelCallLimitMiddleware', limit: { name: 'runLimit', at: 'arg 0.runLimit' } },
    { call: 'toolCallLimitMiddleware', limit: { name: 'runLimit', at: 'arg 0.runLimit', unless: 'arg 0.toolName' } },
    { call: 'humanInTheLoopMiddleware', gates: 'arg 0.interruptOn' },
    { call: 'toolRetryMiddleware', retries: { attempts: 'arg 0.maxRetries', otherwise: 2, tools: 'arg 0.tools' } },
  ],
  forgetful: ['InMemorySaver', 'MemorySaver'],
  platform: 'langgraph.json',
  runs: [
    ...(['ReactAgent', 'CompiledGraph'] as const).flatMap((graph) => [
      ...ways.map((method) => ({ call: `${graph}#${method}`, limit: { ...steps, at: 'arg 1.recursionLimit' as const }, thread })),
      { call: `${graph}#withConfig`, limit: { ...steps, at: 'arg 0.recursionLimit' as const } },
    ]),
    {
      call: 'StateGraph#addNode',
      agent: 'arg 1',
      adds: { part: 'arg 1', name: 'arg 0' },
      retries: { by: 'retryPolicy', at: 'arg 2.retryPolicy', attempts: 'arg 2.retryPolicy.maxAttempts', otherwise: 3 },
    },
  ],
});

/** The function comes first, its description second; alone, the description means a tool that the client answers. */
function toolOverload(call: CallView): Omit<ToolForm, 'call'> | undefined {
  if (call.count === 0) return undefined;
  if (call.count === 1 && call.kind('arg 0') !== 'function')
    return { name: 'arg 0.name', description: 'arg 0.description', input: 'arg 0.schema' };
  return {
    name: ['arg 1.name', 'arg 0'],
    description: 'arg 1.description',
    input: 'arg 1.schema',
    handler: 'arg 0',
    labels: ['arg 1.tags', 'arg 1.metadata'],
  };
}

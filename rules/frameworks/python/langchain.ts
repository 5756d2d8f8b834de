import { defineFramework } from '../../kit/index.js';

/** A tool as the models' APIs take it. */
const shape = {
  name: ['function.name', 'name', 'title'],
  description: ['function.description', 'description'],
  input: ['function.parameters', 'input_schema', 'parameters'],
} as const;
const bound = { shape, functions: true } as const;
// A thousand steps of a graph take hours: such a number ends nothing.
const steps = { name: 'recursion_limit', many: 1000, suggests: 50 } as const;
const recursion = [
  { ...steps, at: 'arg :recursion_limit', otherwise: 25, until: 0 },
  { ...steps, at: 'arg :recursion_limit', otherwise: 10_007 },
] as const;
const ofAgent = [{ ...steps, at: 'arg :recursion_limit', otherwise: 9999 }] as const;
const pauses = { before: 'arg :interrupt_before', after: 'arg :interrupt_after', step: 'tools' } as const;
const kept = { name: 'checkpointer', resumes: true } as const;
const keeps = [{ ...kept, at: 'arg :checkpointer' }] as const;
const thread = {
  name: 'configurable.thread_id',
  within: 'arg 1:config',
  at: ['arg 1:config.configurable.thread_id', 'arg 1:config.configurable.checkpoint_id'],
} as const;
const inner = { at: 'arg :subagents', name: 'name', tools: 'tools', gates: 'interrupt_on' } as const;
const iterations = [{ name: 'max_iterations', at: 'arg :max_iterations', otherwise: 15 }] as const;
const ways = ['invoke', 'ainvoke', 'stream', 'astream', 'astream_events', 'batch', 'abatch'] as const;
const models = [
  'AzureChatOpenAI',
  'BedrockChat',
  'ChatAnthropic',
  'ChatAnthropicVertex',
  'ChatBedrock',
  'ChatBedrockConverse',
  'ChatCohere',
  'ChatDeepSeek',
  'ChatFireworks',
  'ChatGoogleGenerativeAI',
  'ChatGroq',
  'ChatHuggingFace',
  'ChatLiteLLM',
  'ChatMistralAI',
  'ChatNVIDIA',
  'ChatOllama',
  'ChatOpenAI',
  'ChatPerplexity',
  'ChatTogether',
  'ChatVertexAI',
  'ChatXAI',
] as const;
const call = { name: '$name', args: '$input', id: '$call', type: 'tool_call' } as const;
const answer = {
  type: 'AIMessage',
  asking: { type: 'ai', content: '', tool_calls: [call], invalid_tool_calls: [] },
  plain: { type: 'ai', content: 'text', tool_calls: [], invalid_tool_calls: [] },
} as const;

const labels = ['arg :tags', 'arg :metadata'] as const;

export default defineFramework({
  id: 'langchain-python',
  title: 'LangChain and LangGraph (Python)',
  language: 'python',
  packages: [
    'langchain',
    'langchain_anthropic',
    'langchain_aws',
    'langchain_classic',
    'langchain_cohere',
    'langchain_community',
    'langchain_core',
    'langchain_deepseek',
    'langchain_fireworks',
    'langchain_google_genai',
    'langchain_google_vertexai',
    'langchain_groq',
    'langchain_huggingface',
    'langchain_litellm',
    'langchain_mcp_adapters',
    'langchain_mistralai',
    'langchain_nvidia_ai_endpoints',
    'langchain_ollama',
    'langchain_openai',
    'langchain_perplexity',
    'langchain_together',
    'langchain_xai',
    'langgraph',
    'deepagents',
  ],
  reference: 'https://docs.langchain.com/oss/python/langchain/tools',
  // A class that inherits from one of the project, and what runs an agent of another file.
  words: ['Tool):', '.ainvoke(', '.astream(', '.invoke(', 'checkpointer', 'recursion_limit', 'thread_id'],
  markers: [
    'AgentExecutor',
    'HumanInTheLoopMiddleware',
    'ModelCallLimitMiddleware',
    'MultiServerMCPClient',
    'StateGraph',
    'StructuredTool',
    'Tool()',
    'ToolNode',
    'ToolCallLimitMiddleware',
    'ToolRetryMiddleware',
    'async_create_deep_agent',
    'bind_tools',
    // Where a graph is compiled that another function built.
    ...(['agent_builder', 'builder', 'graph', 'graph_builder', 'workflow'] as const).map((name) => `${name}.compile()` as const),
    'create_agent',
    'create_deep_agent',
    'create_react_agent',
    'from_function',
    'initialize_agent',
    'tool()',
  ],
  extends: {
    ...Object.fromEntries(models.map((name) => [name, 'BaseChatModel'])),
    BaseTool: 'Runnable',
    StructuredTool: 'BaseTool',
    Tool: 'BaseTool',
  },
  instances: {
    MultiServerMCPClient: ['MultiServerMCPClient()'],
    ReactAgent: ['create_agent()', 'create_react_agent()', 'create_deep_agent()', 'async_create_deep_agent()', 'ReactAgent#with_config()'],
    CompiledGraph: ['StateGraph#compile()'],
    StateGraph: ['StateGraph()', 'StateGraph#add_node()', 'StateGraph#add_edge()', 'StateGraph#add_conditional_edges()'],
    ToolNode: ['ToolNode()'],
    AgentExecutor: ['AgentExecutor()', 'AgentExecutor.from_agent_and_tools()', 'initialize_agent()'],
    HumanInTheLoopMiddleware: ['HumanInTheLoopMiddleware()'],
    ToolRetryMiddleware: ['ToolRetryMiddleware()'],
    StructuredTool: ['StructuredTool()', 'StructuredTool.from_function()'],
    Tool: ['Tool()', 'Tool.from_function()'],
    BaseChatModel: ['init_chat_model()', 'BaseChatModel#bind_tools()', 'BaseChatModel#with_retry()'],
    AIMessage: ['BaseChatModel#invoke()', 'BaseChatModel#ainvoke()'],
  },
  records: ['InterruptOnConfig', 'RetryPolicy', 'RunnableConfig'],
  identity: { 'MultiServerMCPClient#get_tools': 'this' },
  hosted: false,
  hidden: [
    'AsyncCallbackManagerForToolRun',
    'BaseStore',
    'CallbackManagerForToolRun',
    'InjectedState',
    'InjectedStore',
    'InjectedToolArg',
    'InjectedToolCallId',
    'RunnableConfig',
    'Runtime',
    'ToolRuntime',
  ],
  hiddenNames: ['callbacks', 'run_manager'],
  context: { type: 'ToolRuntime', aloneWithoutInput: false },
  callIds: ['tool_call_id', 'InjectedToolCallId'],
  harmless: [
    '*Message',
    'BaseChatModel#**',
    'AIMessage#**',
    'Command',
    'Document',
    'Send',
    'ToolException',
    'ToolRuntime#stream_writer',
    'adispatch_custom_event',
    'dispatch_custom_event',
    'get_config',
    'get_runtime',
    'get_store',
    'get_stream_writer',
  ],
  partly: true,
  asks: ['interrupt'],
  // The node that was interrupted runs again from its start with the answer.
  startsAgain: true,

  tools: [
    { call: 'tool', applied: true, name: 'arg 0:name_or_callable', description: 'arg :description', input: 'arg :args_schema' },
    {
      call: 'StructuredTool.from_function',
      name: ['arg 2:name', 'arg 0:func', 'arg 1:coroutine'],
      description: 'arg 3:description',
      input: 'arg 5:args_schema',
      handler: ['arg 0:func', 'arg 1:coroutine'],
      labels,
    },
    {
      call: 'Tool.from_function',
      name: 'arg 1:name',
      description: 'arg 2:description',
      input: 'arg 4:args_schema',
      handler: ['arg 0:func', 'arg :coroutine'],
      labels,
    },
    {
      call: 'StructuredTool',
      name: 'arg :name',
      description: 'arg :description',
      input: 'arg :args_schema',
      handler: ['arg :func', 'arg :coroutine'],
      labels,
    },
    {
      call: 'Tool',
      name: 'arg 0:name',
      description: 'arg 2:description',
      input: 'arg :args_schema',
      handler: ['arg 1:func', 'arg :coroutine'],
      labels,
    },
  ],
  classes: ['BaseTool', 'StructuredTool', 'Tool'].map((base) => ({
    base,
    shape: { name: 'name', description: ['description'], input: ['args_schema'], handler: ['_run', '_arun'] },
  })),

  sets: [
    {
      call: 'create_agent',
      name: 'arg :name',
      tools: 'arg 1:tools',
      ...bound,
      pauses,
      policies: ['arg :middleware'],
      limits: ofAgent,
      keeps,
      agent: true,
    },
    { call: 'create_react_agent', name: 'arg :name', tools: 'arg 1:tools', ...bound, pauses, limits: recursion, keeps, agent: true },
    {
      call: 'StateGraph#compile',
      name: 'arg :name',
      tools: [],
      shape,
      graph: true,
      pauses,
      limits: recursion,
      keeps: [{ ...kept, at: 'arg 0:checkpointer' }],
      agent: true,
    },
    // The tools came first until version 0.2.
    ...(['create_deep_agent', 'async_create_deep_agent'] as const).flatMap((agent) =>
      (['arg 1:tools', 'arg 0'] as const).map((tools) => ({
        call: agent,
        name: 'arg :name' as const,
        tools,
        ...bound,
        gates: 'arg :interrupt_on' as const,
        policies: ['arg :middleware' as const],
        inner,
        limits: ofAgent,
        keeps,
        agent: true,
      })),
    ),
    { call: 'ToolNode', tools: 'arg 0:tools', ...bound, limits: recursion, part: true, agent: true },
    {
      call: 'MultiServerMCPClient',
      tools: [],
      servers: { at: 'arg 0:connections', many: true, prefixes: [{ text: '{server}_', given: 'arg :tool_name_prefix' }] },
      shape,
      agent: false,
    },
    { call: 'AgentExecutor', tools: 'arg :tools', ...bound, limits: iterations, agent: true },
    { call: 'AgentExecutor.from_agent_and_tools', tools: 'arg 1:tools', ...bound, limits: iterations, agent: true },
    { call: 'initialize_agent', tools: 'arg 0:tools', ...bound, limits: iterations, agent: true },
    { call: 'BaseChatModel#bind_tools', tools: 'arg 0:tools', ...bound, models: true, answer, agent: false },
  ],
  policies: [
    { call: 'ModelCallLimitMiddleware', limit: { name: 'run_limit', at: 'arg :run_limit' } },
    { call: 'ToolCallLimitMiddleware', limit: { name: 'run_limit', at: 'arg :run_limit', unless: 'arg :tool_name' } },
    { call: 'HumanInTheLoopMiddleware', gates: 'arg 0:interrupt_on' },
    { call: 'ToolRetryMiddleware', retries: { attempts: 'arg :max_retries', otherwise: 2, tools: 'arg :tools' } },
  ],
  forgetful: ['InMemorySaver', 'MemorySaver'],
  platform: 'langgraph.json',
  runs: [
    ...(['ReactAgent', 'CompiledGraph'] as const).flatMap((graph) => [
      ...ways.map((method) => ({ call: `${graph}#${method}`, limit: { ...steps, at: 'arg 1:config.recursion_limit' as const }, thread })),
      { call: `${graph}#with_config`, limit: { ...steps, at: 'arg 0:config.recursion_limit' as const } },
    ]),
    {
      call: 'StateGraph#add_node',
      agent: 'arg 1:action',
      adds: { part: ['arg 1:action', 'arg 0:node'], name: 'arg 0:node' },
      retries: { by: 'retry_policy', at: 'arg :retry_policy', attempts: 'arg :retry_policy.max_attempts', otherwise: 3 },
    },
  ],
});

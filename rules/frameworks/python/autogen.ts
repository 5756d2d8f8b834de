import { defineFramework } from '../../kit/index.js';

const shape = { name: 'name', description: ['description'], input: ['args_type'], handler: ['run'], inputAt: 'args' } as const;

/** Who runs the tools asks before it answers by itself. */
const asks = { at: 'arg :human_input_mode', otherwise: { UserProxyAgent: 'ALWAYS' }, always: ['ALWAYS'] } as const;

/** They take turns until something ends it. */
const teams = ['RoundRobinGroupChat', 'SelectorGroupChat', 'Swarm'] as const;

export default defineFramework({
  id: 'autogen',
  title: 'AutoGen and AG2',
  language: 'python',
  packages: ['autogen_core', 'autogen_agentchat', 'autogen_ext', 'autogen', 'ag2', 'pyautogen'],
  distributions: ['ag2', 'pyautogen', 'autogen-core', 'autogen-agentchat', 'autogen-ext'],
  reference: 'https://microsoft.github.io/autogen/stable/user-guide/core-user-guide/components/tools.html',
  markers: [
    'FunctionTool',
    'BaseTool',
    'AssistantAgent()',
    ...teams.map((team) => `${team}()` as const),
    'StaticWorkbench',
    'register_for_llm',
    'register_for_execution',
    'register_function',
    'tool()',
    'Tool()',
    'ConversableAgent()',
  ],
  hosted: false,
  extends: { AssistantAgent: 'ConversableAgent', UserProxyAgent: 'ConversableAgent', GroupChatManager: 'ConversableAgent' },
  instances: {
    AssistantAgent: ['AssistantAgent()'],
    ConversableAgent: ['ConversableAgent()'],
    UserProxyAgent: ['UserProxyAgent()'],
    CancellationToken: ['CancellationToken'],
  },
  hidden: ['CancellationToken', 'ChatContext', 'BaseContext'],
  hiddenNames: ['cancellation_token'],
  harmless: ['CancellationToken#*'],
  partly: true,

  tools: [
    { call: 'ConversableAgent#register_for_llm', applied: true, name: 'arg :name', description: 'arg :description' },
    { call: 'tool', applied: true, name: 'arg 0:name', description: 'arg 1:description' },
    { call: 'FunctionTool', name: ['arg 2:name', 'arg 0:func'], description: 'arg 1:description', handler: 'arg 0:func' },
    { call: 'Tool', name: ['arg :name', 'arg :func_or_tool'], description: 'arg :description', handler: 'arg :func_or_tool' },
    { call: 'register_function', name: ['arg 3:name', 'arg 0:f'], description: 'arg 4:description', handler: 'arg 0:f' },
  ],
  classes: [{ base: 'BaseTool', shape, given: { name: 'arg 2:name', description: 'arg 3:description' } }],
  sets: [
    {
      call: 'AssistantAgent',
      name: 'arg 0:name',
      tools: 'arg :tools',
      functions: true,
      shape,
      limits: [{ name: 'max_tool_iterations', at: 'arg :max_tool_iterations', otherwise: 1 }],
      agent: true,
    },
    ...teams.map((call) => ({
      call,
      name: 'arg :name' as const,
      tools: 'arg 0:participants' as const,
      shape,
      limits: [
        {
          name: 'max_turns',
          at: 'arg :max_turns' as const,
          otherwise: null,
          instead: ['arg :termination_condition' as const],
          suggests: 20,
        },
      ],
      agent: true,
    })),
    { call: 'ConversableAgent', name: 'arg 0:name', tools: 'arg :functions', functions: true, shape, agent: true },
    { call: 'StaticWorkbench', tools: 'arg 0:tools', shape, agent: false },
    { call: 'ConversableAgent#register_for_execution', applied: true, tools: 'arg 0', shape, asks: { ...asks, who: 'this' }, agent: false },
    { call: 'register_function', beside: true, tools: 'arg 0:f', shape, asks: { ...asks, who: 'arg 2:executor' }, agent: false },
  ],
});

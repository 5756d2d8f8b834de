import { defineFramework } from '../../kit/index.js';

const shape = { description: [], input: [] } as const;
const [always, never] = [['AlwaysAskPolicy'], ['NeverAskPolicy']] as const;
const strategies = ['BlockingConfirmationStrategy', 'ConfirmationHook'] as const;

export default defineFramework({
  id: 'haystack',
  title: 'Haystack',
  language: 'python',
  packages: ['haystack'],
  distributions: ['haystack-ai'],
  reference: 'https://docs.haystack.deepset.ai/docs/tool',
  markers: ['tool()', 'Tool()', 'Toolset', 'ComponentTool', 'create_tool_from_function', 'Agent()', 'ToolInvoker', 'ConfirmationHook'],
  hosted: false,
  instances: {
    Agent: ['Agent()'],
    State: ['State'],
    ...Object.fromEntries([...strategies, ...always, ...never, 'AskOncePolicy'].map((name) => [name, [`${name}()`]])),
  },
  hidden: ['State'],
  harmless: ['State#get', 'State#has'],
  partly: true,

  tools: [
    { call: 'tool', applied: true, name: 'arg :name', description: 'arg :description' },
    {
      call: 'create_tool_from_function',
      name: ['arg 1:name', 'arg 0:function'],
      description: 'arg 2:description',
      handler: 'arg 0:function',
    },
    {
      call: 'Tool',
      name: 'arg 0:name',
      description: 'arg 1:description',
      input: 'arg 2:parameters',
      handler: ['arg 3:function', 'arg :async_function'],
    },
    {
      call: 'ComponentTool',
      name: 'arg 1:name',
      description: 'arg 2:description',
      input: 'arg 3:parameters',
      elsewhere: 'the tool runs a component',
    },
  ],
  sets: [
    {
      call: 'Agent',
      tools: 'arg :tools',
      shape,
      limits: [{ name: 'max_agent_steps', at: 'arg :max_agent_steps', otherwise: 100 }],
      policies: ['arg :hooks.before_tool'],
      agent: true,
    },
    { call: 'Toolset', tools: 'arg 0:tools', shape, agent: false },
    { call: 'ToolInvoker', tools: 'arg 0:tools', shape, agent: true },
  ],
  policies: [
    {
      call: 'ConfirmationHook',
      gates: 'arg 0:confirmation_strategies',
      confirms: { by: 'arg 0:confirmation_policy', always, never },
    },
  ],
});

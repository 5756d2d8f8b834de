import { defineFramework, type ToolForm } from '../../kit/index.js';

const open = ['never_require'] as const;
const form = { name: 'arg :name', description: 'arg :description', gate: 'arg :approval_mode', open } as const satisfies Partial<ToolForm>;
const clients = [
  'AnthropicClient',
  'AzureAIAgentClient',
  'AzureAIClient',
  'AzureOpenAIAssistantsClient',
  'AzureOpenAIChatClient',
  'AzureOpenAIResponsesClient',
  'BedrockChatClient',
  'FoundryChatClient',
  'FoundryLocalClient',
  'OllamaChatClient',
  'OpenAIAssistantsClient',
  'OpenAIChatClient',
  'OpenAIChatCompletionClient',
  'OpenAIResponsesClient',
];
const shape = { description: [], input: [] } as const;

export default defineFramework({
  id: 'agent-framework',
  title: 'Microsoft Agent Framework',
  language: 'python',
  packages: ['agent_framework'],
  distributions: ['agent-framework-core', 'agent-framework'],
  grows: true,
  reference: 'https://learn.microsoft.com/en-us/agent-framework/user-guide/agents/agent-tools',
  markers: ['tool()', 'ai_function', 'FunctionTool', 'AIFunction', 'Agent()', 'ChatAgent()', 'as_agent', 'create_agent'],
  hosted: false,
  extends: {
    ChatAgent: 'Agent',
    ...Object.fromEntries(clients.map((name) => [name, 'BaseChatClient'])),
  },
  instances: { Agent: ['Agent()', 'ChatAgent()'], FunctionInvocationContext: ['FunctionInvocationContext'] },
  hidden: ['FunctionInvocationContext', 'AgentThread', 'AgentSession'],
  harmless: ['FunctionInvocationContext#*'],
  partly: true,

  tools: [
    { call: 'tool', applied: true, ...form, input: 'arg :schema' },
    // Before version 1.
    { call: 'ai_function', applied: true, ...form },
    ...['FunctionTool', 'AIFunction'].map((call) => ({ call, ...form, input: 'arg :input_model' as const, handler: 'arg :func' as const })),
  ],
  sets: ['Agent', 'ChatAgent', 'BaseChatClient#as_agent', 'BaseChatClient#create_agent'].map((call) => ({
    call,
    name: 'arg :name' as const,
    tools: 'arg :tools' as const,
    functions: true as const,
    shape,
    limits: [{ name: 'max_iterations', at: 'arg :function_invocation_configuration.max_iterations' as const, otherwise: 40 }],
    agent: true,
  })),
});

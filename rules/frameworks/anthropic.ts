import { defineFramework } from '../kit/index.js';

const wire = { name: 'name', description: ['description'], input: ['input_schema'] } as const;
const runnable = { name: 'name', description: ['description'], input: ['inputSchema', 'input_schema'], handler: ['run'] } as const;
const answer = {
  type: 'Message',
  asking: { stop_reason: 'tool_use', content: [{ type: 'tool_use', id: '$call', name: '$name', input: '$input' }] },
  plain: { stop_reason: 'end_turn', content: [{ type: 'text', text: 'text' }] },
} as const;
const roots = ['Anthropic#messages', 'Anthropic#beta.messages'] as const;
const helpers = ['betaTool', 'betaZodTool', 'betaStandardSchemaTool'] as const;

export default defineFramework({
  id: 'anthropic',
  title: 'Anthropic SDK',
  language: 'typescript',
  packages: ['@anthropic-ai/sdk', '@anthropic-ai/bedrock-sdk', '@anthropic-ai/vertex-sdk', '@anthropic-ai/foundry-sdk'],
  reference: 'https://github.com/anthropics/anthropic-sdk-typescript',
  default: 'Anthropic',
  extends: { AnthropicBedrock: 'Anthropic', AnthropicFoundry: 'Anthropic', AnthropicVertex: 'Anthropic' },
  markers: [
    'betaStandardSchemaTool',
    'betaTool',
    'betaZodTool',
    'messages.create()',
    'messages.parse()',
    'messages.stream()',
    'toolRunner',
  ],
  instances: {
    Message: [
      ...roots.flatMap((root) => [`${root}.create()`, `${root}.parse()`]),
      'MessageStream#finalMessage()',
      'type Message',
      'type BetaMessage',
    ],
    MessageStream: roots.map((root) => `${root}.stream()`),
  },
  identity: { betaTool: 'arg 0', betaZodTool: 'arg 0', betaStandardSchemaTool: 'arg 0' },
  harmless: [
    'Anthropic#messages.countTokens',
    ...roots.flatMap((root) => [`${root}.create`, `${root}.parse`, `${root}.stream`]),
    'Message#**',
    'MessageStream#*',
    'betaJSONSchemaOutputFormat',
    'betaStandardSchemaOutputFormat',
    'betaZodOutputFormat',
    'zodOutputFormat',
  ],
  partly: true,
  hosted: false,

  tools: [],
  sets: [
    ...roots.flatMap((root) =>
      ['create', 'parse', 'stream'].map((way) => ({
        call: `${root}.${way}`,
        tools: 'arg 0.tools' as const,
        shape: wire,
        answer,
        agent: true,
      })),
    ),
    {
      call: 'Anthropic#beta.messages.toolRunner',
      tools: 'arg 0.tools',
      shape: runnable,
      limits: [{ name: 'max_iterations', at: 'arg 0.max_iterations', otherwise: null }],
      agent: true,
    },
  ],
  loose: helpers.map((call) => ({ call, definition: 'arg 0' as const, shape: runnable })),
});

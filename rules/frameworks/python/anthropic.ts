import { defineFramework } from '../../kit/index.js';

const wire = { name: 'name', description: ['description'], input: ['input_schema'] } as const;
const answer = {
  type: 'Message',
  asking: { role: 'assistant', stop_reason: 'tool_use', content: [{ type: 'tool_use', id: '$call', name: '$name', input: '$input' }] },
  plain: { role: 'assistant', stop_reason: 'end_turn', content: [{ type: 'text', text: 'text' }] },
} as const;
const roots = ['Anthropic#messages', 'Anthropic#beta.messages'] as const;
const clients = [
  'AnthropicAWS',
  'AnthropicBedrock',
  'AnthropicFoundry',
  'AnthropicVertex',
  'AsyncAnthropic',
  'AsyncAnthropicAWS',
  'AsyncAnthropicBedrock',
  'AsyncAnthropicFoundry',
  'AsyncAnthropicVertex',
] as const;
const memory = ['view', 'create', 'str_replace', 'insert', 'delete', 'rename'] as const;

export default defineFramework({
  id: 'anthropic-python',
  title: 'Anthropic SDK (Python)',
  language: 'python',
  packages: ['anthropic'],
  reference: 'https://github.com/anthropics/anthropic-sdk-python',
  extends: {
    ...Object.fromEntries(clients.map((name) => [name, 'Anthropic'])),
    BetaAsyncAbstractMemoryTool: 'BetaAbstractMemoryTool',
    ...Object.fromEntries(['BetaMessage', 'ParsedMessage'].map((name) => [name, 'Message'])),
  },
  markers: [
    'BetaAbstractMemoryTool',
    'BetaAsyncAbstractMemoryTool',
    'beta_async_tool()',
    'beta_tool()',
    'messages.create()',
    'messages.parse()',
    'messages.stream()',
    'tool_runner',
  ],
  instances: {
    Anthropic: ['Anthropic()', 'Anthropic#with_options()'],
    Message: [...roots.flatMap((root) => [`${root}.create()`, `${root}.parse()`]), 'MessageStream#get_final_message()'],
    MessageStream: [...roots.map((root) => `${root}.stream()`), 'MessageStream#__enter__()', 'MessageStream#__aenter__()'],
  },
  harmless: [
    'Anthropic#messages.count_tokens',
    ...roots.flatMap((root) => [`${root}.create`, `${root}.parse`, `${root}.stream`, `${root}.tool_runner`]),
    'Message#**',
    'MessageStream#*',
  ],
  partly: true,
  hosted: false,

  tools: (['beta_tool', 'beta_async_tool'] as const).map((call) => ({
    call,
    applied: true as const,
    name: 'arg :name' as const,
    description: 'arg :description' as const,
    input: 'arg :input_schema' as const,
  })),
  classes: ['BetaAbstractMemoryTool', 'BetaAsyncAbstractMemoryTool'].map((base) => ({
    base,
    named: 'memory',
    every: true as const,
    shape: { description: [], input: [], handler: memory, inputAt: '*' },
  })),
  sets: [
    ...roots.flatMap((root) =>
      ['create', 'parse', 'stream'].map((way) => ({
        call: `${root}.${way}`,
        tools: 'arg :tools' as const,
        shape: wire,
        answer,
        agent: true,
      })),
    ),
    {
      call: 'Anthropic#beta.messages.tool_runner',
      tools: 'arg :tools',
      shape: wire,
      limits: [{ name: 'max_iterations', at: 'arg :max_iterations', otherwise: null }],
      agent: true,
    },
  ],
});

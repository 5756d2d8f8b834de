import { defineFramework } from '../../kit/index.js';

const wire = {
  name: ['function.name', 'custom.name', 'name'],
  description: ['function.description', 'custom.description', 'description'],
  input: ['function.parameters', 'parameters'],
} as const;
const call = { id: '$call', type: 'function', function: { name: '$name', arguments: '$input', parsed_arguments: '$input' } } as const;
const completion = {
  type: 'ChatCompletion',
  asking: {
    choices: [
      {
        finish_reason: 'tool_calls',
        message: { role: 'assistant', content: null, tool_calls: [call], function_call: { name: '$name', arguments: '$input' } },
      },
    ],
  },
  plain: { choices: [{ finish_reason: 'stop', message: { role: 'assistant', content: 'text', tool_calls: null, function_call: null } }] },
} as const;
const item = {
  type: 'function_call',
  id: '$call',
  call_id: '$call',
  name: '$name',
  arguments: '$input',
  parsed_arguments: '$input',
} as const;
const response = { type: 'Response', asking: { output: [item], output_text: '' }, plain: { output: [], output_text: 'text' } } as const;
const ways = ['create', 'parse', 'stream'] as const;
/** Of a client, of the module itself, and of what only changes how the answer is wrapped. */
const chats = ['OpenAI#chat.completions', 'OpenAI#beta.chat.completions', 'chat.completions'] as const;
const responses = ['OpenAI#responses', 'responses'] as const;
const clients = [
  'AsyncAzureOpenAI',
  'AsyncBedrockOpenAI',
  'AsyncGroq',
  'AsyncOpenAI',
  'AsyncTogether',
  'AzureOpenAI',
  'BedrockOpenAI',
  'Groq',
  'Together',
] as const;
/** One call without a client: of this package until version 0, and of others that answer alike. */
const single = ['ChatCompletion.create', 'ChatCompletion.acreate', 'completion', 'acompletion'] as const;

export default defineFramework({
  id: 'openai-python',
  title: 'OpenAI SDK (Python)',
  language: 'python',
  packages: ['openai', 'groq', 'litellm', 'together'],
  reference: 'https://github.com/openai/openai-python',
  extends: Object.fromEntries(clients.map((name) => [name, 'OpenAI'])),
  markers: [
    'ChatCompletion.create()',
    'acompletion()',
    'assistants.create()',
    'assistants.update()',
    'completion()',
    'completions.create()',
    'completions.parse()',
    'completions.stream()',
    'pydantic_function_tool',
    'responses.create()',
    'responses.parse()',
    'responses.stream()',
  ],
  instances: {
    OpenAI: ['OpenAI()', 'OpenAI#with_options()'],
    ChatCompletion: [
      ...chats.flatMap((path) => [`${path}.create()`, `${path}.parse()`]),
      ...single.map((path) => `${path}()`),
      'ChatCompletionStream#get_final_completion()',
    ],
    ChatCompletionStream: [
      ...chats.map((path) => `${path}.stream()`),
      'ChatCompletionStream#__enter__()',
      'ChatCompletionStream#__aenter__()',
    ],
    Response: [...responses.flatMap((path) => [`${path}.create()`, `${path}.parse()`]), 'ResponseStream#get_final_response()'],
    ResponseStream: [...responses.map((path) => `${path}.stream()`), 'ResponseStream#__enter__()', 'ResponseStream#__aenter__()'],
    ChatTool: ['pydantic_function_tool()'],
  },
  harmless: [
    'ChatCompletion#**',
    'ChatCompletionStream#*',
    ...chats.flatMap((path) => ways.map((way) => `${path}.${way}`)),
    ...responses.flatMap((path) => ways.map((way) => `${path}.${way}`)),
    ...single,
    'OpenAI#embeddings.create',
    'OpenAI#moderations.create',
    'Response#**',
    'ResponseStream#*',
  ],
  partly: true,
  hosted: false,

  tools: [],
  described: [{ type: 'ChatTool', name: ['arg :name', 'arg 0:model'], description: 'arg :description', input: 'arg 0:model' }],
  sets: [
    ...[...chats.flatMap((path) => ways.map((way) => `${path}.${way}`)), ...single].flatMap((path) =>
      (['arg :tools', 'arg :functions'] as const).map((tools) => ({ call: path, tools, shape: wire, answer: completion, agent: true })),
    ),
    ...responses.flatMap((path) =>
      ways.map((way) => ({ call: `${path}.${way}`, tools: 'arg :tools' as const, shape: wire, answer: response, agent: true })),
    ),
    { call: 'OpenAI#beta.assistants.create', tools: 'arg :tools', shape: wire, agent: false },
    { call: 'OpenAI#beta.assistants.update', tools: 'arg :tools', shape: wire, agent: false },
  ],
});

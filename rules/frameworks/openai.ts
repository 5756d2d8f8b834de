import { defineFramework } from '../kit/index.js';

const wire = {
  name: ['function.name', 'custom.name', 'name'],
  description: ['function.description', 'custom.description', 'description'],
  input: ['function.parameters', 'parameters'],
} as const;
const runnable = {
  ...wire,
  name: ['function.name', 'name', 'function.function', 'function'],
  handler: ['function.function', 'function'],
} as const;
const registered = {
  name: ['tool.name', 'name'],
  description: ['tool.description', 'description'],
  input: ['tool.parameters', 'parameters'],
  handler: ['execute', 'function'],
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
  plain: { choices: [{ finish_reason: 'stop', message: { role: 'assistant', content: 'text', tool_calls: [], function_call: null } }] },
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

export default defineFramework({
  id: 'openai',
  title: 'OpenAI SDK',
  language: 'typescript',
  packages: ['openai'],
  reference: 'https://github.com/openai/openai-node',
  default: 'OpenAI',
  extends: { AzureOpenAI: 'OpenAI', BedrockOpenAI: 'OpenAI' },
  markers: [
    'DecisionsToolRunner',
    'ResponsesToolRunner',
    'assistants.create()',
    'assistants.update()',
    'completions.create()',
    'completions.parse()',
    'completions.runTools()',
    'completions.stream()',
    'responses.create()',
    'responses.parse()',
    'responses.stream()',
    'runTools',
  ],
  instances: {
    ChatCompletion: [
      'OpenAI#chat.completions.create()',
      'OpenAI#chat.completions.parse()',
      'OpenAI#beta.chat.completions.parse()',
      'ChatCompletionStream#finalChatCompletion()',
      'type ChatCompletion',
    ],
    ChatCompletionStream: ['OpenAI#chat.completions.stream()', 'OpenAI#beta.chat.completions.stream()'],
    Response: ['OpenAI#responses.create()', 'OpenAI#responses.parse()', 'ResponseStream#finalResponse()', 'type Response'],
    ResponseStream: ['OpenAI#responses.stream()'],
  },
  identity: {
    runnerFunction: 'arg 0',
    standardFunction: 'arg 0',
    standardResponsesFunction: 'arg 0',
    zodFunction: 'arg 0',
    zodRealtimeFunction: 'arg 0',
    zodResponsesFunction: 'arg 0',
  },
  harmless: [
    'ChatCompletion#**',
    'ChatCompletionStream#*',
    'OpenAI#beta.chat.completions.*',
    'OpenAI#chat.completions.create',
    'OpenAI#chat.completions.parse',
    'OpenAI#chat.completions.stream',
    'OpenAI#embeddings.create',
    'OpenAI#moderations.create',
    'OpenAI#responses.create',
    'OpenAI#responses.parse',
    'OpenAI#responses.stream',
    'Response#**',
    'ResponseStream#*',
    'zodResponseFormat',
    'zodTextFormat',
  ],
  partly: true,
  hosted: false,

  tools: [],
  sets: [
    ...['OpenAI#chat.completions', 'OpenAI#beta.chat.completions'].flatMap((path) => [
      ...ways.flatMap((way) => [
        { call: `${path}.${way}`, tools: 'arg 0.tools' as const, shape: wire, answer: completion, agent: true },
        { call: `${path}.${way}`, tools: 'arg 0.functions' as const, shape: wire, answer: completion, agent: true },
      ]),
      {
        call: `${path}.runTools`,
        tools: 'arg 0.tools' as const,
        shape: runnable,
        limits: [{ name: 'maxChatCompletions', at: 'arg 1.maxChatCompletions' as const, otherwise: 10 }],
        agent: true,
      },
    ]),
    ...ways.map((way) => ({
      call: `OpenAI#responses.${way}`,
      tools: 'arg 0.tools' as const,
      shape: wire,
      answer: response,
      agent: true,
    })),
    {
      call: 'new ResponsesToolRunner',
      tools: 'arg 0.functions',
      shape: registered,
      limits: [{ name: 'maxSteps', at: 'arg 0.maxSteps', otherwise: 20 }],
      agent: true,
    },
    // What the model may choose among is called a candidate.
    {
      call: 'new DecisionsToolRunner',
      tools: 'arg 0.candidates',
      shape: { name: 'id', description: ['description'], input: [], handler: ['execute'] },
      limits: [{ name: 'maxSteps', at: 'arg 0.maxSteps', otherwise: 20 }],
      agent: true,
    },
    { call: 'OpenAI#beta.assistants.create', tools: 'arg 0.tools', shape: wire, agent: false },
    { call: 'OpenAI#beta.assistants.update', tools: 'arg 1.tools', shape: wire, agent: false },
  ],
  runs: [
    { call: 'ResponsesToolRunner#run', limit: { name: 'maxSteps', at: 'arg 1.maxSteps' } },
    { call: 'ResponsesToolRunner#stream', limit: { name: 'maxSteps', at: 'arg 1.maxSteps' } },
  ],
  loose: [
    { call: 'zodFunction', definition: 'arg 0', shape: runnable },
    { call: 'zodResponsesFunction', definition: 'arg 0', shape: runnable },
    { call: 'standardFunction', definition: 'arg 0', shape: runnable },
    { call: 'standardResponsesFunction', definition: 'arg 0', shape: runnable },
  ],
});

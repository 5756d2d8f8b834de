import { defineFramework, type CallView, type ToolForm } from '../kit/index.js';

const shape = { name: 'metadata.name', description: ['metadata.description'], input: ['metadata.parameters'], handler: ['call'] } as const;

export default defineFramework({
  id: 'llamaindex',
  title: 'LlamaIndex.TS',
  language: 'typescript',
  packages: ['llamaindex', '@llamaindex/core', '@llamaindex/workflow'],
  reference: 'https://developers.llamaindex.ai/typescript/framework/modules/agents/tool/',
  markers: ['FunctionTool', 'agent()', 'tool()'],
  hosted: false,
  partly: true,

  tools: [
    {
      call: 'new FunctionTool',
      name: ['arg 1.name', 'arg 0'],
      description: 'arg 1.description',
      input: 'arg 1.parameters',
      handler: 'arg 0',
    },
  ],
  overloads: [
    { call: 'tool', resolve: functionAndFields },
    { call: 'FunctionTool.from', resolve: functionAndFields },
  ],
  sets: ['agent', 'new FunctionAgent', 'new ReActAgent', 'new OpenAIAgent', 'new AnthropicAgent', 'new LLMAgent'].map((call) => ({
    call,
    name: 'arg 0.name' as const,
    tools: 'arg 0.tools' as const,
    shape,
    agent: true,
  })),
});

/** `tool(fn, fields)`, or `tool({ …fields, execute })`. */
function functionAndFields(call: CallView): Omit<ToolForm, 'call'> | undefined {
  if (call.count === 0) return undefined;
  if (call.count > 1)
    return { name: ['arg 1.name', 'arg 0'], description: 'arg 1.description', input: 'arg 1.parameters', handler: 'arg 0' };
  return { name: ['arg 0.name', 'arg 0.execute'], description: 'arg 0.description', input: 'arg 0.parameters', handler: 'arg 0.execute' };
}

import { defineFramework } from '../../kit/index.js';

const shape = { description: [], input: [] } as const;

export default defineFramework({
  id: 'llamaindex-python',
  title: 'LlamaIndex for Python',
  language: 'python',
  packages: ['llama_index', 'llama_index.core'],
  distributions: ['llama-index-core', 'llama-index'],
  reference: 'https://developers.llamaindex.ai/python/framework/module_guides/deploying/agents/tools/',
  markers: [
    'FunctionTool',
    'QueryEngineTool',
    'BaseToolSpec',
    'FunctionAgent',
    'ReActAgent',
    'CodeActAgent',
    'AgentWorkflow',
    'OpenAIAgent',
  ],
  hosted: false,
  instances: { Context: ['Context'] },
  records: ['ToolMetadata'],
  hidden: ['Context'],
  harmless: ['Context#get', 'Context#store.get', 'Context#write_event_to_stream'],
  partly: true,
  asks: ['Context#wait_for_event'],
  startsAgain: true,

  tools: [
    {
      call: 'FunctionTool.from_defaults',
      name: ['arg 1:name', 'arg :tool_metadata.name', 'arg 0:fn', 'arg :async_fn'],
      description: ['arg 2:description', 'arg :tool_metadata.description'],
      input: 'arg 4:fn_schema',
      handler: ['arg 0:fn', 'arg :async_fn'],
    },
    {
      call: 'FunctionTool',
      name: ['arg 1:metadata.name', 'arg 0:fn'],
      description: 'arg 1:metadata.description',
      handler: ['arg 0:fn', 'arg :async_fn'],
    },
    {
      call: 'QueryEngineTool.from_defaults',
      name: 'arg 1:name',
      description: 'arg 2:description',
      elsewhere: 'the tool asks a query engine',
    },
    {
      call: 'QueryEngineTool',
      name: 'arg 1:metadata.name',
      description: 'arg 1:metadata.description',
      elsewhere: 'the tool asks a query engine',
    },
  ],
  kits: [{ base: 'BaseToolSpec', names: 'spec_functions' }],
  sets: [
    ...['FunctionAgent', 'ReActAgent', 'CodeActAgent'].map((call) => ({
      call,
      name: 'arg :name' as const,
      tools: 'arg :tools' as const,
      functions: true as const,
      shape,
      limits: [{ name: 'max_iterations', at: 'arg :max_iterations' as const, otherwise: 20 }],
      agent: true,
    })),
    ...['AgentWorkflow.from_tools_or_functions', 'OpenAIAgent.from_tools', 'ReActAgent.from_tools', 'FunctionCallingAgent.from_tools'].map(
      (call) => ({
        call,
        tools: 'arg 0:tools_or_functions' as const,
        functions: true as const,
        shape,
        agent: true,
      }),
    ),
  ],
});

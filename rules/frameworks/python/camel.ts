import { defineFramework } from '../../kit/index.js';

export default defineFramework({
  id: 'camel',
  title: 'CAMEL',
  language: 'python',
  packages: ['camel'],
  distributions: ['camel-ai'],
  reference: 'https://docs.camel-ai.org/key_modules/tools',
  markers: ['ChatAgent()', 'FunctionTool()'],
  hosted: false,
  instances: { ChatAgent: ['ChatAgent()'], FunctionTool: ['FunctionTool()'] },
  partly: true,

  tools: [
    {
      call: 'FunctionTool',
      name: 'arg 0:func',
      input: 'arg 1:openai_tool_schema.function.parameters',
      description: 'arg 1:openai_tool_schema.function.description',
      handler: 'arg 0:func',
    },
  ],
  sets: [
    {
      call: 'ChatAgent',
      name: 'arg :agent_id',
      tools: 'arg :tools',
      functions: true,
      shape: { description: [], input: [] },
      // Without it, the time for a step ends the loop.
      limits: [{ name: 'max_iteration', at: 'arg :max_iteration' }],
      agent: true,
    },
  ],
});

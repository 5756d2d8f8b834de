import { defineFramework } from '../../kit/index.js';

export default defineFramework({
  id: 'livekit',
  title: 'LiveKit Agents for Python',
  language: 'python',
  packages: ['livekit.agents'],
  distributions: ['livekit-agents'],
  reference: 'https://docs.livekit.io/agents/build/tools/',
  markers: ['function_tool'],
  hosted: false,
  instances: { RunContext: ['RunContext'] },
  hidden: ['RunContext'],
  partly: true,

  tools: [
    {
      call: 'function_tool',
      applied: true,
      name: ['arg :name', 'arg :raw_schema.name'],
      description: ['arg :description', 'arg :raw_schema.description'],
      input: 'arg :raw_schema.parameters',
    },
  ],
});

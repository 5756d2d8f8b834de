import { defineFramework } from '../../kit/index.js';

const shape = { name: 'name', description: ['description'], input: ['inputs'], handler: ['forward'] } as const;

export default defineFramework({
  id: 'smolagents',
  title: 'smolagents',
  language: 'python',
  packages: ['smolagents'],
  reference: 'https://huggingface.co/docs/smolagents/tutorials/tools',
  markers: ['tool()', 'CodeAgent', 'ToolCallingAgent', 'MultiStepAgent'],
  hosted: false,
  extends: { CodeAgent: 'MultiStepAgent', ToolCallingAgent: 'MultiStepAgent' },
  harmless: ['Tool#setup', 'Tool#is_initialized'],
  partly: true,

  tools: [{ call: 'tool', applied: true }],
  classes: [{ base: 'Tool', shape }],
  sets: ['CodeAgent', 'ToolCallingAgent', 'MultiStepAgent'].map((call) => ({
    call,
    name: 'arg :name' as const,
    tools: 'arg 0:tools' as const,
    shape,
    limits: [{ name: 'max_steps', at: 'arg :max_steps' as const, otherwise: 20 }],
    agent: true,
  })),
});

import { defineFramework } from '../kit/index.js';

const shape = { name: 'name', description: ['description'], input: ['parameters'], handler: ['handler'] } as const;

export default defineFramework({
  id: 'inngest-agent-kit',
  title: 'Inngest AgentKit',
  language: 'typescript',
  packages: ['@inngest/agent-kit'],
  reference: 'https://agentkit.inngest.com/concepts/tools',
  markers: ['createAgent', 'createNetwork', 'createTool'],
  identity: { createTool: 'arg 0' },
  hosted: false,
  context: { type: 'ToolOptions', aloneWithoutInput: false },
  harmless: [
    'ToolOptions#network.state.*',
    'ToolOptions#step.run',
    'ToolOptions#step.sleep',
    'ToolOptions#step.sleepUntil',
    'ToolOptions#step.ai.*',
  ],
  partly: true,
  asks: ['ToolOptions#step.waitForEvent'],
  // Inside an Inngest function, a step that failed is run again, three times unless the function says otherwise.
  reruns: [{ by: 'step.run', attempts: 3, certainty: 'possible' }],

  tools: [],
  sets: [
    { call: 'createAgent', name: 'arg 0.name', tools: 'arg 0.tools', shape, agent: true },
    {
      call: 'createNetwork',
      name: 'arg 0.name',
      tools: 'arg 0.agents',
      shape: { description: [], input: [] },
      limits: [{ name: 'maxIter', at: 'arg 0.maxIter', otherwise: null }],
      agent: true,
    },
  ],
  loose: [{ call: 'createTool', definition: 'arg 0', shape }],
});

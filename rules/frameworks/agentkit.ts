import { defineFramework } from '../kit/index.js';

const shape = { name: 'name', description: ['description'], input: ['schema'], handler: ['invoke'] } as const;

export default defineFramework({
  id: 'agentkit',
  title: 'Coinbase AgentKit',
  language: 'typescript',
  packages: ['@coinbase/agentkit'],
  reference: 'https://docs.cdp.coinbase.com/agent-kit/welcome',
  markers: ['CreateAction', 'customActionProvider'],
  hosted: false,
  partly: true,

  tools: [],
  sets: [{ call: 'customActionProvider', tools: 'arg 0', shape, agent: false }],
  decorators: [
    { call: 'CreateAction', options: 'arg 0', shape: { name: 'name', description: ['description'], input: ['schema'] }, injects: true },
  ],
});

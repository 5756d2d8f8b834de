import { defineFramework } from '../kit/index.js';

export default defineFramework({
  id: 'goat',
  title: 'GOAT SDK',
  language: 'typescript',
  packages: ['@goat-sdk/core'],
  reference: 'https://github.com/goat-sdk/goat',
  markers: ['Tool', 'createTool'],
  hosted: false,
  partly: true,

  tools: [{ call: 'createTool', name: 'arg 0.name', description: 'arg 0.description', input: 'arg 0.parameters', handler: 'arg 1' }],
  classes: [
    {
      base: 'ToolBase',
      shape: { name: 'name', description: ['description'], input: ['parameters'], handler: ['execute'] },
      config: 'arg 0',
    },
  ],
  // Parameters are told by their types: wallets are handed in, the rest is the model's.
  decorators: [
    { call: 'Tool', options: 'arg 0', shape: { name: 'name', description: ['description'], input: [] }, injects: true, snakeCase: true },
  ],
});

import { defineFramework } from '../../kit/index.js';

export default defineFramework({
  id: 'goat-python',
  title: 'GOAT SDK for Python',
  language: 'python',
  packages: ['goat'],
  distributions: ['goat-sdk'],
  reference: 'https://github.com/goat-sdk/goat',
  markers: ['Tool()', 'create_tool'],
  hosted: false,
  hidden: ['EVMWalletClient', 'SolanaWalletClient', 'WalletClientBase'],
  hiddenNames: ['wallet_client'],
  partly: true,

  tools: [
    {
      call: 'Tool',
      applied: true,
      name: 'arg 0:tool_params.name',
      description: 'arg 0:tool_params.description',
      input: 'arg 0:tool_params.parameters_schema',
    },
    {
      call: 'create_tool',
      name: 'arg 0:config.name',
      description: 'arg 0:config.description',
      input: 'arg 0:config.parameters',
      handler: 'arg 1:execute_fn',
    },
  ],
});

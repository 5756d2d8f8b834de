import { defineEffects } from '../kit/index.js';

/** What every wallet has; how one sends is said by the package of its chain. */
export default defineEffects({
  library: '@goat-sdk/core',
  language: 'typescript',
  reference: 'https://github.com/goat-sdk/goat/tree/main/typescript/packages/core',
  origin: 'read',
  resource: 'money',
  openWorld: true,
  // A class that keeps its schema.
  instances: { ToolParameters: ['createToolParameters()'] },

  calls: [
    ['WalletClientBase#balanceOf',            'read', 'arg 0'],
    ['WalletClientBase#getTokenInfoByTicker', 'read', 'arg 0'],
  ],

  harmless: [
    'WalletClientBase#getAddress', 'WalletClientBase#getChain', 'WalletClientBase#getCoreTools', 'WalletClientBase#signMessage',
    'createTool', 'createToolParameters', 'getTools',
  ],
});

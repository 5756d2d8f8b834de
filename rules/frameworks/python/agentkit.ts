import { defineFramework } from '../../kit/index.js';

export default defineFramework({
  id: 'agentkit-python',
  title: 'Coinbase AgentKit for Python',
  language: 'python',
  packages: ['coinbase_agentkit'],
  distributions: ['coinbase-agentkit'],
  reference: 'https://docs.cdp.coinbase.com/agent-kit/welcome',
  markers: ['create_action'],
  hosted: false,
  grows: true,
  hidden: ['WalletProvider', 'EvmWalletProvider', 'SvmWalletProvider'],
  hiddenNames: ['wallet_provider'],
  partly: true,

  tools: [{ call: 'create_action', applied: true, name: 'arg 0:name', description: 'arg 1:description', input: 'arg 2:schema' }],
});

import { defineEffects } from '../kit/index.js';

/**
 * What is sent to a chain stays there. The methods of a contract are its own. A signature by itself moves nothing, but whoever holds it may: signing is not described.
 */
export default defineEffects({
  library: 'viem',
  language: 'typescript',
  reference: 'https://viem.sh/docs/actions/public/introduction',
  origin: 'read',
  resource: 'money',
  openWorld: true,
  modules: ['viem/accounts', 'viem/actions'],
  instances: {
    Contract: ['getContract()'],
    PublicClient: ['createPublicClient()', 'PublicClient#extend()', 'publicActions()'],
    TestClient: ['TestClient#extend()', 'createTestClient()'],
    WalletClient: ['WalletClient#extend()', 'createClient()', 'createWalletClient()', 'walletActions()'],
  },
  extends: { WalletClient: 'PublicClient' },

  calls: [
    ['PublicClient#call',                      'read',      'arg 0'],
    ['PublicClient#create*Filter',             'read',      'arg 0'],
    ['PublicClient#createAccessList',          'read',      'arg 0'],
    ['PublicClient#estimate*',                 'read',      'arg 0'],
    ['PublicClient#fillTransaction',           'read',      'arg 0'],
    ['PublicClient#get*',                      'read',      'arg 0'],
    ['PublicClient#multicall',                 'read',      'arg 0'],
    ['PublicClient#prepareTransactionRequest', 'read',      'arg 0'],
    ['PublicClient#readContract',              'read',      'arg 0'],
    ['PublicClient#request',                   'exec',      'arg 0'],
    ['PublicClient#sendRawTransaction*',       'external',  'arg 0'],
    ['PublicClient#simulate*',                 'read',      'arg 0'],
    ['PublicClient#verify*',                   'read',      'arg 0'],
    ['PublicClient#waitFor*',                  'read',      'arg 0'],
    ['WalletClient#addChain',                  'write.set', 'arg 0'],
    ['WalletClient#deployContract',            'external',  'arg 0'],
    ['WalletClient#getPermissions',            'read',      'this'],
    ['WalletClient#prepare*',                  'read',      'arg 0'],
    ['WalletClient#request',                   'exec',      'arg 0'],
    ['WalletClient#send*',                     'external',  'arg 0'],
    ['WalletClient#switchChain',               'write.set', 'arg 0'],
    ['WalletClient#writeContract*',            'external',  'arg 0'],
  ],

  harmless: [
    'PublicClient#extend', 'PublicClient#uninstallFilter', 'PublicClient#watch*', 'WalletClient#extend', 'assert*', 'boolTo*',
    'bytesTo*', 'checksumAddress', 'compact*', 'concat*', 'create*', 'custom', 'decode*', 'define*', 'domainSeparator', 'encode*',
    'extract*', 'fallback', 'format*', 'fromBytes', 'fromHex', 'fromRlp', 'get*', 'hash*', 'hdKeyToAccount', 'hexTo*', 'http', 'is*',
    'keccak256', 'labelhash', 'mnemonicToAccount', 'namehash', 'numberTo*', 'pad*', 'parse*', 'privateKeyTo*', 'publicActions',
    'recover*', 'ripemd160', 'serialize*', 'sha256', 'size', 'slice*', 'stringTo*', 'stringify', 'to*', 'trim', 'verifyHash',
    'walletActions', 'webSocket',
  ],
  fresh: ['generatePrivateKey'],
});

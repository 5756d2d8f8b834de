import { defineEffects } from '../kit/index.js';

/**
 * What is sent to a chain is paid for and cannot be taken back. Signing alone sends nothing. The nonce of a transaction is a key
 * of the chain: the same one is taken once.
 */
export default defineEffects({
  library: 'viem',
  language: 'typescript',
  reference: 'https://viem.sh/docs/actions/wallet/introduction, https://viem.sh/docs/actions/public/introduction',
  origin: 'read',
  resource: 'money',
  openWorld: true,
  modules: ['viem/accounts', 'viem/actions'],
  instances: {
    // Its methods are those of the contract, and nobody has described them.
    Contract: ['getContract()'],
    PublicClient: ['createPublicClient()', 'PublicClient#extend()'],
    WalletClient: ['createWalletClient()', 'WalletClient#extend()'],
  },
  // A wallet that was extended by `publicActions` asks as well.
  extends: { WalletClient: 'PublicClient' },

  calls: [
    ['PublicClient#call',                      'read',      'arg 0'],
    ['PublicClient#createAccessList',          'read',      'arg 0'],
    ['PublicClient#estimate*',                 'read',      'arg 0'],
    ['PublicClient#get*',                      'read',      'arg 0'],
    ['PublicClient#multicall',                 'read',      'arg 0'],
    ['PublicClient#readContract',              'read',      'arg 0'],
    ['PublicClient#sendRawTransaction*',       'external',  'arg 0.serializedTransaction', { ensures: true }],
    ['PublicClient#simulate*',                 'read',      'arg 0'],
    ['PublicClient#verify*',                   'read',      'arg 0'],
    ['PublicClient#waitForTransactionReceipt', 'read',      'arg 0'],
    ['WalletClient#deployContract',            'external',  'arg 0', { key: 'arg 0.nonce', keyForm: 'counted' }],
    ['WalletClient#getCallsStatus',            'read',      'arg 0'],
    ['WalletClient#sendCalls*',                'external',  'arg 0', { key: 'arg 0.id' }],
    ['WalletClient#sendTransaction*',          'external',  'arg 0', { key: 'arg 0.nonce', keyForm: 'counted' }],
    ['WalletClient#waitForCallsStatus',        'read',      'arg 0'],
    ['WalletClient#writeContract*',            'external',  'arg 0', { key: 'arg 0.nonce', keyForm: 'counted' }],
    ['deployContract',                         'external',  'arg 1', { key: 'arg 1.nonce', keyForm: 'counted' }],
    ['getBalance',                             'read',      'arg 1'],
    ['getBlock*',                              'read',      'arg 1'],
    ['getLogs',                                'read',      'arg 1'],
    ['getTransaction*',                        'read',      'arg 1'],
    ['multicall',                              'read',      'arg 1'],
    ['readContract',                           'read',      'arg 1'],
    ['sendCalls*',                             'external',  'arg 1', { key: 'arg 1.id' }],
    ['sendRawTransaction*',                    'external',  'arg 1.serializedTransaction', { ensures: true }],
    ['sendTransaction*',                       'external',  'arg 1', { key: 'arg 1.nonce', keyForm: 'counted' }],
    ['simulateContract',                       'read',      'arg 1'],
    ['waitForTransactionReceipt',              'read',      'arg 1'],
    ['writeContract*',                         'external',  'arg 1', { key: 'arg 1.nonce', keyForm: 'counted' }],
  ],

  harmless: [
    'PublicClient#extend', 'PublicClient#prepareTransactionRequest', 'PublicClient#watch*', 'WalletClient#extend',
    'WalletClient#getAddresses', 'WalletClient#getChainId', 'WalletClient#prepare*', 'WalletClient#requestAddresses', 'WalletClient#sign*',
    'WalletClient#switchChain', 'assert*', 'blobs*', 'bool*', 'bytes*', 'checksumAddress', 'concat*', 'createClient', 'createNonceManager',
    'createPublicClient', 'createTransport', 'createWalletClient', 'custom', 'decode*', 'define*', 'domainSeparator', 'encode*',
    'extractChain', 'fallback', 'format*', 'from*', 'getAbiItem', 'getAddress', 'getChainContractAddress', 'getContract',
    'getContractAddress', 'getContractError', 'getCreate2Address', 'getCreateAddress', 'getEventSelector', 'getEventSignature',
    'getFunctionSelector', 'getFunctionSignature', 'getTransactionType', 'getTypesForEIP712Domain', 'hash*', 'hdKeyToAccount', 'hexTo*',
    'http', 'is*', 'keccak256', 'labelhash', 'mnemonicToAccount', 'namehash', 'numberTo*', 'pad*', 'parse*', 'privateKeyToAccount',
    'privateKeyToAddress', 'publicActions', 'recover*', 'ripemd160', 'serialize*', 'sha256', 'sign*', 'size', 'slice*', 'stringTo*',
    'stringify', 'to*', 'trim', 'validateTypedData', 'walletActions', 'webSocket',
  ],
  fresh: ['generatePrivateKey'],
});

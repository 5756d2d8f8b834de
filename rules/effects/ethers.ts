import { defineEffects } from '../kit/index.js';

/**
 * The methods of a contract are its own: they are not described, and neither is signing, which moves nothing by itself.
 */
export default defineEffects({
  library: 'ethers',
  language: 'typescript',
  reference: 'https://docs.ethers.org/v6/api',
  origin: 'read',
  resource: 'money',
  openWorld: true,
  instances: {
    Contract: ['Contract#attach()', 'Contract#connect()', 'ContractFactory#attach()', 'ContractFactory#deploy()'],
    ContractFactory: ['ContractFactory#connect()'],
    HDNodeWallet: [
      'HDNodeWallet#connect()', 'HDNodeWallet#derivePath()', 'HDNodeWallet.fromPhrase()', 'Wallet.fromPhrase()', 'Wallet.createRandom()',
    ],
    JsonRpcProvider: ['AbstractProvider', 'getDefaultProvider()'],
    JsonRpcSigner: ['JsonRpcProvider#getSigner()', 'BrowserProvider#getSigner()'],
    TransactionResponse: [
      'JsonRpcSigner#sendTransaction()', 'HDNodeWallet#sendTransaction()', 'Wallet#sendTransaction()',
      'JsonRpcProvider#broadcastTransaction()',
    ],
    Wallet: ['Wallet#connect()', 'Wallet.fromEncryptedJson()', 'Wallet.fromEncryptedJsonSync()'],
  },
  reexports: { ethers: 'ethers' },
  extends: { AlchemyProvider: 'JsonRpcProvider', BrowserProvider: 'JsonRpcProvider', FallbackProvider: 'JsonRpcProvider', HDNodeWallet: 'Wallet', InfuraProvider: 'JsonRpcProvider', JsonRpcSigner: 'Wallet', WebSocketProvider: 'JsonRpcProvider' },

  calls: [
    ['Contract#getDeployedCode',               'read',     'this'],
    ['Contract#queryFilter',                   'read',     'arg 0'],
    ['Contract#queryTransaction',              'read',     'arg 0'],
    ['ContractFactory#deploy',                 'external', 'arg 0'],
    ['JsonRpcProvider#broadcastTransaction',   'external', 'arg 0'],
    ['JsonRpcProvider#call',                   'read',     'arg 0'],
    ['JsonRpcProvider#estimateGas',            'read',     'arg 0'],
    ['JsonRpcProvider#get*',                   'read',     'arg 0'],
    ['JsonRpcProvider#lookupAddress',          'read',     'arg 0'],
    ['JsonRpcProvider#resolveName',            'read',     'arg 0'],
    ['JsonRpcProvider#send',                   'exec',     'arg 0'],
    ['JsonRpcProvider#waitFor*',               'read',     'arg 0'],
    ['JsonRpcSigner#sendUncheckedTransaction', 'external', 'arg 0'],
    ['TransactionResponse#confirmations',      'read',     'this'],
    ['TransactionResponse#get*',               'read',     'this'],
    ['TransactionResponse#wait',               'read',     'arg 0'],
    ['Wallet#call',                            'read',     'arg 0'],
    ['Wallet#estimateGas',                     'read',     'arg 0'],
    ['Wallet#getNonce',                        'read',     'arg 0'],
    ['Wallet#populate*',                       'read',     'arg 0'],
    ['Wallet#resolveName',                     'read',     'arg 0'],
    ['Wallet#sendTransaction',                 'external', 'arg 0'],
  ],

  harmless: [
    'AbiCoder.defaultAbiCoder', 'Contract#attach', 'Contract#connect', 'Contract#getAddress', 'Contract#getEvent',
    'Contract#interface.*', 'Contract#on', 'Contract#once', 'Contract#removeAllListeners', 'ContractFactory#attach',
    'ContractFactory#connect', 'HDNodeWallet#derivePath', 'HDNodeWallet.fromPhrase', 'Interface#*', 'JsonRpcProvider#destroy',
    'JsonRpcProvider#getSigner', 'JsonRpcProvider#off', 'JsonRpcProvider#on', 'JsonRpcProvider#once',
    'JsonRpcProvider#removeAllListeners', 'TransactionResponse#is*', 'TransactionResponse#toJSON', 'Wallet#connect',
    'Wallet#encrypt*', 'Wallet#getAddress', 'Wallet.fromEncryptedJson*', 'Wallet.fromPhrase', 'computeAddress', 'concat',
    'dataLength', 'dataSlice', 'decodeBase58', 'decodeBase64', 'decodeBytes32String', 'encodeBase58', 'encodeBase64',
    'encodeBytes32String', 'formatEther', 'formatUnits', 'getAddress', 'getBytes', 'getCreate2Address', 'getDefaultProvider',
    'getNumber', 'hashMessage', 'hexlify', 'id', 'is*', 'keccak256', 'namehash', 'parseEther', 'parseUnits', 'recoverAddress',
    'resolveAddress', 'sha256', 'solidityPacked*', 'stripZerosLeft', 'to*', 'verifyMessage', 'verifyTypedData', 'zeroPad*',
  ],
});

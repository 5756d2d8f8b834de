import { defineEffects } from '../kit/index.js';

/** What is sent to the chain cannot be taken back; the same signed transaction is taken once. Building and signing send nothing. */
export default defineEffects({
  library: '@solana/web3.js',
  language: 'typescript',
  reference: 'https://solana-foundation.github.io/solana-web3.js/classes/Connection.html',
  origin: 'read',
  resource: 'money',
  openWorld: true,

  calls: [
    ['Connection#confirmTransaction',     'read',         'arg 0'],
    ['Connection#get*',                   'read',         'arg 0'],
    ['Connection#isBlockhashValid',       'read',         'arg 0'],
    ['Connection#requestAirdrop',         'external', 'arg 0'],
    ['Connection#sendEncodedTransaction', 'external', 'arg 0', { ensures: true }],
    ['Connection#sendRawTransaction',     'external', 'arg 0', { ensures: true }],
    ['Connection#sendTransaction',        'external', 'arg 0'],
    ['Connection#simulateTransaction',    'read',         'arg 0'],
    ['sendAndConfirmRawTransaction',      'external', 'arg 1', { ensures: true }],
    ['sendAndConfirmTransaction',         'external', 'arg 1'],
  ],

  harmless: [
    'AddressLookupTableAccount#*', 'AddressLookupTableAccount.*', 'AddressLookupTableProgram.*', 'ComputeBudgetProgram.*', 'Connection#on*',
    'Connection#remove*', 'Ed25519Program.*', 'Keypair#*', 'Keypair.fromSecretKey', 'Keypair.fromSeed', 'Message#*', 'Message.*',
    'MessageV0#*', 'MessageV0.*', 'NonceAccount.*', 'PublicKey#*', 'PublicKey.*', 'Secp256k1Program.*', 'StakeProgram.*', 'SystemProgram.*',
    'Transaction#*', 'Transaction.*', 'TransactionInstruction#*', 'TransactionMessage#*', 'TransactionMessage.*', 'VersionedTransaction#*',
    'VersionedTransaction.*', 'VoteProgram.*', 'clusterApiUrl',
  ],
  fresh: ['Keypair.generate'],
});

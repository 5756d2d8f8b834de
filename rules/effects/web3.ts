import { defineEffects } from '../kit/index.js';

/**
 * What is sent to a chain stays there. The methods of a contract are its own, and signing moves nothing by itself: neither is described.
 */
export default defineEffects({
  library: 'web3',
  language: 'typescript',
  reference: 'https://docs.web3js.org/api',
  origin: 'read',
  resource: 'money',
  openWorld: true,
  default: 'Web3',

  calls: [
    ['Web3#eth.calculateFeeData',      'read',     'arg 0'],
    ['Web3#eth.createAccessList',      'read',     'arg 0'],
    ['Web3#eth.estimateGas',           'read',     'arg 0'],
    ['Web3#eth.get*',                  'read',     'arg 0'],
    ['Web3#eth.is*',                   'read',     'this'],
    ['Web3#eth.sendSignedTransaction', 'external', 'arg 0'],
    ['Web3#eth.sendTransaction',       'external', 'arg 0'],
    ['Web3#eth.submitWork',            'external', 'arg 0'],
  ],

  harmless: ['Web3#eth.clearSubscriptions', 'Web3#eth.setProvider', 'Web3#extend'],
});

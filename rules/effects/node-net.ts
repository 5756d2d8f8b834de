import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'node:net',
  language: 'typescript',
  reference: 'https://nodejs.org/api/net.html',
  origin: 'read',
  resource: 'network',
  instances: { Socket: ['connect()', 'createConnection()'] },

  calls: [
    ['Socket#end',   'write.add', 'arg 0', { if: 'arg 0 present' }],
    ['Socket#end',   'read',      'this'],
    ['Socket#write', 'write.add', 'arg 0'],
  ],

  harmless: [
    'BlockList#*', 'Server#*', 'Socket#*', 'SocketAddress#*', 'connect', 'createConnection', 'createServer', 'getDefaultAutoSelectFamily',
    'getDefaultAutoSelectFamilyAttemptTimeout', 'isIP', 'isIPv4', 'isIPv6', 'setDefaultAutoSelectFamily',
    'setDefaultAutoSelectFamilyAttemptTimeout',
  ],
});

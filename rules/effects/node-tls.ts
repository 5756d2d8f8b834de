import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'node:tls',
  language: 'typescript',
  reference: 'https://nodejs.org/api/tls.html',
  origin: 'read',
  resource: 'network',
  instances: { TLSSocket: ['connect()'] },

  calls: [
    ['TLSSocket#end',   'write.add', 'arg 0', { if: 'arg 0 present' }],
    ['TLSSocket#end',   'read',      'this'],
    ['TLSSocket#write', 'write.add', 'arg 0'],
  ],

  harmless: [
    'Server#*', 'TLSSocket#*', 'checkServerIdentity', 'connect', 'createSecureContext', 'createServer', 'getCACertificates', 'getCiphers',
  ],
});

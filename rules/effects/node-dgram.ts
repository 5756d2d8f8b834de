import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'node:dgram',
  language: 'typescript',
  reference: 'https://nodejs.org/api/dgram.html',
  origin: 'read',
  resource: 'network',
  instances: { Socket: ['createSocket()'] },
  calls: [['Socket#send', 'write.add', 'arg 0']],
  harmless: ['Socket#*', 'createSocket'],
});

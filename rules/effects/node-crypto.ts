import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'node:crypto',
  language: 'typescript',
  reference: 'https://nodejs.org/api/crypto.html',
  origin: 'read',
  resource: 'other',
  calls: [],
  harmless: ['*'],
  fresh: [
    'generateKey', 'generateKeyPair', 'generateKeyPairSync', 'generateKeySync', 'getRandomValues', 'randomBytes', 'randomFill',
    'randomFillSync', 'randomInt', 'randomUUID', 'webcrypto.getRandomValues', 'webcrypto.randomUUID',
  ],
});

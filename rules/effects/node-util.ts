import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'node:util',
  language: 'typescript',
  reference: 'https://nodejs.org/api/util.html',
  origin: 'read',
  resource: 'other',
  calls: [],
  harmless: ['*'],
  identity: { callbackify: 'arg 0', deprecate: 'arg 0', promisify: 'arg 0' },
});

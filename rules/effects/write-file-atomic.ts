import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'write-file-atomic',
  language: 'typescript',
  reference: 'https://github.com/npm/write-file-atomic',
  origin: 'read',
  resource: 'filesystem',
  default: 'writeFileAtomic',

  promises: ['*'],

  calls: [
    ['writeFileAtomic',      'write.set', 'arg 0'],
    ['writeFileAtomic.sync', 'write.set', 'arg 0'],
  ],

  harmless: [],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'make-dir',
  language: 'typescript',
  reference: 'https://github.com/sindresorhus/make-dir',
  origin: 'read',
  resource: 'filesystem',

  promises: ['*'],

  calls: [
    ['makeDirectory',     'write.set', 'arg 0', { ensures: true }],
    ['makeDirectorySync', 'write.set', 'arg 0', { ensures: true }],
  ],

  harmless: [],
});

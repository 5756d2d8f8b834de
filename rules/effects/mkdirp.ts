import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'mkdirp',
  language: 'typescript',
  reference: 'https://github.com/isaacs/node-mkdirp',
  origin: 'read',
  resource: 'filesystem',

  promises: ['*'],

  calls: [
    ['mkdirp',       'write.set', 'arg 0', { ensures: true }],
    ['mkdirpManual', 'write.set', 'arg 0', { ensures: true }],
    ['mkdirpNative', 'write.set', 'arg 0', { ensures: true }],
    ['mkdirpSync',   'write.set', 'arg 0', { ensures: true }],
  ],

  harmless: [],
});

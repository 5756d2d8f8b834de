import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'trash',
  language: 'typescript',
  reference: 'https://github.com/sindresorhus/trash',
  origin: 'read',
  resource: 'filesystem',
  default: 'trash',

  promises: ['*'],

  calls: [
    ['trash', 'destroy', 'arg 0', { reversible: true }],
  ],

  harmless: [],
});

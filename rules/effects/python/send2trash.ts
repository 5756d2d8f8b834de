import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'send2trash',
  language: 'python',
  reference: 'https://github.com/arsenetar/send2trash',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['send2trash', 'destroy', 'arg 0:paths', { reversible: true }],
  ],

  harmless: [],
});

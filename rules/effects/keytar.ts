import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'keytar',
  language: 'typescript',
  reference: 'https://github.com/atom/node-keytar',
  origin: 'read',
  resource: 'other',
  modules: ['@github/keytar'],

  calls: [
    ['deletePassword', 'destroy',   'arg 0'],
    ['find*',          'read',      'arg 0'],
    ['getPassword',    'read',      'arg 0'],
    ['setPassword',    'write.set', 'arg 0'],
  ],

  harmless: [],
});

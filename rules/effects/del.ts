import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'del',
  language: 'typescript',
  reference: 'https://github.com/sindresorhus/del',
  origin: 'read',
  resource: 'filesystem',

  promises: ['*'],

  calls: [
    ['deleteAsync', 'destroy', 'arg 0'],
    ['deleteSync',  'destroy', 'arg 0'],
  ],

  harmless: [],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'jsonfile',
  language: 'typescript',
  reference: 'https://github.com/jprichardson/node-jsonfile',
  origin: 'read',
  resource: 'filesystem',

  promises: ['*'],

  calls: [
    ['readFile',      'read',      'arg 0'],
    ['readFileSync',  'read',      'arg 0'],
    ['writeFile',     'write.set', 'arg 0'],
    ['writeFileSync', 'write.set', 'arg 0'],
  ],

  harmless: [],
});

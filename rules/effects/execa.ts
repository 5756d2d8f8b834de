import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'execa',
  language: 'typescript',
  reference: 'https://github.com/sindresorhus/execa',
  origin: 'read',
  resource: 'process',

  promises: ['*'],

  calls: [
    ['execa',            'argv',  'arg 0', { args: 'arg 1' }],
    ['execaCommand',     'shell', 'arg 0'],
    ['execaCommandSync', 'shell', 'arg 0'],
    ['execaNode',        'exec',  'arg 0'],
    ['execaSync',        'argv',  'arg 0', { args: 'arg 1' }],
  ],

  harmless: ['parseCommandString'],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'glob',
  language: 'typescript',
  reference: 'https://github.com/isaacs/node-glob',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['glob',            'read', 'arg 0'],
    ['globIterate',     'read', 'arg 0'],
    ['globIterateSync', 'read', 'arg 0'],
    ['globStream',      'read', 'arg 0'],
    ['globStreamSync',  'read', 'arg 0'],
    ['globSync',        'read', 'arg 0'],
  ],

  harmless: ['escape', 'hasMagic', 'unescape'],
});

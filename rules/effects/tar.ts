import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'tar',
  language: 'typescript',
  reference: 'https://github.com/isaacs/node-tar',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['c',       'write.set', 'arg 0.file', { if: 'arg 0.file present' }],
    ['c',       'read',      'arg 1'],
    ['create',  'write.set', 'arg 0.file', { if: 'arg 0.file present' }],
    ['create',  'read',      'arg 1'],
    ['extract', 'write.set', 'arg 0'],
    ['list',    'read',      'arg 0'],
    ['r',       'write.add', 'arg 0'],
    ['replace', 'write.add', 'arg 0'],
    ['t',       'read',      'arg 0'],
    ['u',       'write.set', 'arg 0'],
    ['update',  'write.set', 'arg 0'],
    ['x',       'write.set', 'arg 0'],
  ],

  harmless: ['*'],
});

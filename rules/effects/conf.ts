import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'conf',
  language: 'typescript',
  reference: 'https://github.com/sindresorhus/conf',
  origin: 'read',
  resource: 'filesystem',
  default: 'default',

  calls: [
    ['default#appendToArray', 'write.add', 'arg 0'],
    ['default#clear',         'destroy',   'this',  { unbounded: true }],
    ['default#delete',        'destroy',   'arg 0'],
    ['default#get',           'read',      'arg 0'],
    ['default#has',           'read',      'arg 0'],
    ['default#reset',         'write.set', 'arg 0'],
    ['default#set',           'write.set', 'arg 0'],
  ],

  harmless: ['default#onDid*'],
});

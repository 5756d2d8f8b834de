import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'configstore',
  language: 'typescript',
  reference: 'https://github.com/sindresorhus/configstore',
  origin: 'read',
  resource: 'filesystem',
  default: 'default',

  calls: [
    ['default#clear',  'destroy',   'this',  { unbounded: true }],
    ['default#delete', 'destroy',   'arg 0'],
    ['default#get',    'read',      'arg 0'],
    ['default#has',    'read',      'arg 0'],
    ['default#set',    'write.set', 'arg 0'],
  ],

  harmless: [],
});

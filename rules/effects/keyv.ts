import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'keyv',
  language: 'typescript',
  reference: 'https://keyv.org/docs/keyv/',
  origin: 'read',
  resource: 'cache',
  default: 'Keyv',
  instances: { Keyv: ['createKeyv()'] },

  promises: ['*'],

  calls: [
    ['Keyv#clear',   'destroy',   'this',  { unbounded: true }],
    ['Keyv#delete*', 'destroy',   'arg 0'],
    ['Keyv#get*',    'read',      'arg 0'],
    ['Keyv#has*',    'read',      'arg 0'],
    ['Keyv#set*',    'write.set', 'arg 0'],
  ],

  harmless: ['Keyv#disconnect', 'Keyv#iterator', 'Keyv#on', 'Keyv#once', 'Keyv#setStore', 'Keyv#setTtl', 'createKeyv', 'detectKeyv*'],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'lowdb',
  language: 'typescript',
  reference: 'https://github.com/typicode/lowdb',
  origin: 'read',
  resource: 'filesystem',
  modules: ['lowdb/node'],
  instances: { Low: ['JSONFilePreset()'], LowSync: ['JSONFileSyncPreset()'] },
  extends: { LowSync: 'Low' },

  calls: [
    ['JSONFile#read',      'read',      'this'],
    ['JSONFile#write',     'write.set', 'this'],
    ['JSONFilePreset',     'read',      'arg 0'],
    ['JSONFileSyncPreset', 'read',      'arg 0'],
    ['Low#read',           'read',      'this'],
    ['Low#update',         'write.set', 'this'],
    ['Low#write',          'write.set', 'this'],
  ],

  harmless: [],
});

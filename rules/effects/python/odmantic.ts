import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'odmantic',
  language: 'python',
  reference: 'https://art049.github.io/odmantic/api_reference/engine',
  origin: 'read',
  resource: 'database',
  extends: { SyncEngine: 'AIOEngine' },
  instances: { AIOEngine: ['AIOEngine#session()', 'AIOEngine#transaction()', 'AIOSession', 'SyncSession'] },

  calls: [
    ['AIOEngine#configure_database', 'write.set', 'arg 0:models', { ensures: true }],
    ['AIOEngine#count',              'read',      'arg 0:model'],
    ['AIOEngine#delete',             'destroy',   'arg 0:instance'],
    ['AIOEngine#find',               'read',      'arg 0:model'],
    ['AIOEngine#find_one',           'read',      'arg 0:model'],
    ['AIOEngine#remove',             'destroy',   'arg 0:model',  { bound: 'arg 1:queries' }],
    ['AIOEngine#save',               'write.set', 'arg 0:instance'],
    ['AIOEngine#save_all',           'write.set', 'arg 0:instances'],
  ],

  harmless: ['*', 'AIOEngine#*'],
});

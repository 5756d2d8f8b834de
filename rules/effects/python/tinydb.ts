import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'tinydb',
  language: 'python',
  reference: 'https://tinydb.readthedocs.io/en/latest/api.html',
  origin: 'read',
  resource: 'filesystem',
  extends: { TinyDB: 'Table' },
  instances: { Table: ['TinyDB#table()'] },

  calls: [
    ['Table#all',             'read',      'this'],
    ['Table#contains',        'read',      'arg 0:cond'],
    ['Table#count',           'read',      'arg 0:cond'],
    ['Table#get',             'read',      'arg 0:cond'],
    ['Table#insert',          'write.add', 'arg 0:document'],
    ['Table#insert_multiple', 'write.add', 'arg 0:documents'],
    ['Table#remove',          'destroy',   'arg 0:cond'],
    ['Table#search',          'read',      'arg 0:cond'],
    ['Table#truncate',        'destroy',   'this', { unbounded: true }],
    ['Table#update',          'write.set', 'arg 0:fields'],
    ['Table#update_multiple', 'write.set', 'arg 0:updates'],
    ['Table#upsert',          'write.set', 'arg 0:document'],
    ['TinyDB#drop_table',     'destroy',   'arg 0:name'],
    ['TinyDB#drop_tables',    'destroy',   'this', { unbounded: true }],
    ['TinyDB#tables',         'read',      'this'],
  ],

  harmless: ['*', 'Query#**', 'Table#*', 'TinyDB#*'],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'mariadb',
  language: 'typescript',
  reference: 'https://github.com/mariadb-corporation/mariadb-connector-nodejs',
  origin: 'read',
  resource: 'database',
  instances: {
    Connection: ['createConnection()'],
    Pool: ['createPool()'],
    PoolCluster: ['createPoolCluster()'],
    PoolConnection: ['Pool#getConnection()', 'PoolCluster#getConnection()'],
    Prepare: ['Connection#prepare()'],
  },
  extends: { Pool: 'Connection', PoolConnection: 'Connection' },

  calls: [
    ['Connection#batch',       'sql',  'arg 0',      { dialect: 'mysql' }],
    ['Connection#execute',     'sql',  'arg 0',      { dialect: 'mysql' }],
    ['Connection#importFile',  'exec', 'arg 0'],
    ['Connection#query',       'sql',  'arg 0',      { dialect: 'mysql' }],
    ['Connection#queryStream', 'sql',  'arg 0',      { dialect: 'mysql' }],
    ['Prepare#execute',        'sql',  'this.arg 0', { dialect: 'mysql' }],
    ['importFile',             'exec', 'arg 0'],
  ],

  harmless: [
    'Connection#*', 'Pool#*', 'PoolCluster#*', 'Prepare#close', 'createConnection', 'createPool', 'createPoolCluster',
    'defaultOptions',
  ],
});

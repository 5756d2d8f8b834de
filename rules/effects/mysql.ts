import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'mysql',
  language: 'typescript',
  reference: 'https://github.com/mysqljs/mysql',
  origin: 'read',
  resource: 'database',
  instances: {
    Connection: ['createConnection()'],
    Pool: ['PoolCluster#of()', 'createPool()'],
    PoolCluster: ['createPoolCluster()'],
    PoolConnection: ['Pool#getConnection(1)', 'PoolCluster#getConnection(1)'],
  },
  extends: { Pool: 'Connection', PoolConnection: 'Connection' },

  calls: [
    ['Connection#query', 'sql', 'arg 0', { dialect: 'mysql' }],
  ],

  harmless: [
    'Connection#*', 'Pool#*', 'PoolCluster#*', 'createConnection', 'createPool', 'createPoolCluster', 'escape', 'escapeId', 'format',
    'raw',
  ],
});

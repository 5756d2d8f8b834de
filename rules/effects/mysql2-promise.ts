import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'mysql2/promise',
  language: 'typescript',
  reference: 'https://sidorares.github.io/node-mysql2/docs',
  origin: 'read',
  resource: 'database',
  together: 'beginTransaction',
  extends: { Pool: 'Connection', PoolCluster: 'Pool', PoolConnection: 'Connection' },
  instances: {
    Connection: ['createConnection()'],
    Pool: ['createPool()'],
    PoolCluster: ['createPoolCluster()'],
    PoolConnection: ['Pool#getConnection()', 'PoolCluster#getConnection()'],
    PreparedStatementInfo: ['Connection#prepare()'],
  },

  promises: ['*'],

  calls: [
    ['Connection#execute',            'sql', 'arg 0',      { dialect: 'mysql' }],
    ['Connection#query',              'sql', 'arg 0',      { dialect: 'mysql' }],
    ['PreparedStatementInfo#execute', 'sql', 'this.arg 0', { dialect: 'mysql' }],
  ],

  harmless: [
    'Connection#*', 'Pool#*', 'PoolCluster#*', 'clearParserCache', 'createConnection', 'createPool', 'createPoolCluster', 'createServer',
    'escape', 'escapeId', 'format', 'raw', 'setMaxParserCache',
  ],
});

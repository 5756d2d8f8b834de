import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'mysql2',
  language: 'typescript',
  reference: 'https://sidorares.github.io/node-mysql2/docs',
  origin: 'read',
  resource: 'database',
  together: 'beginTransaction',
  extends: { Pool: 'Connection', PoolCluster: 'Pool', PoolConnection: 'Connection' },
  instances: {
    Connection: ['createConnection()', 'Connection#promise()'],
    Pool: ['createPool()', 'Pool#promise()'],
    PoolCluster: ['createPoolCluster()'],
    PoolConnection: ['Pool#getConnection()', 'Pool#getConnection(1)', 'PoolCluster#getConnection()'],
    PrepareStatementInfo: ['Connection#prepare(1)'],
  },

  calls: [
    ['Connection#execute', 'sql', 'arg 0', { dialect: 'mysql' }],
    ['Connection#query',   'sql', 'arg 0', { dialect: 'mysql' }],
  ],

  harmless: [
    'Connection#*', 'Pool#*', 'PoolCluster#*', 'PrepareStatementInfo#close', 'clearParserCache', 'createConnection', 'createPool',
    'createPoolCluster', 'createServer', 'escape', 'escapeId', 'format', 'raw', 'setMaxParserCache',
  ],
});

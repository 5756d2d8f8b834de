import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'oracledb',
  language: 'typescript',
  reference: 'https://node-oracledb.readthedocs.io',
  origin: 'read',
  resource: 'database',
  instances: { Connection: ['Pool#getConnection()', 'getConnection()'], Pool: ['createPool()', 'getPool()'] },

  calls: [
    ['Connection#execute',     'sql',       'arg 0'],
    ['Connection#executeMany', 'sql',       'arg 0'],
    ['Connection#queryStream', 'sql',       'arg 0'],
    ['Connection#subscribe',   'write.add', 'arg 0'],
  ],

  harmless: ['Connection#*', 'Pool#*', 'createPool', 'getConnection', 'getPool'],
});

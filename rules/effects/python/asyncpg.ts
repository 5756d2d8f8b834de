import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'asyncpg',
  language: 'python',
  reference: 'https://magicstack.github.io/asyncpg/current/api',
  origin: 'read',
  resource: 'database',
  together: 'connection.transaction()',
  extends: { Pool: 'Connection' },
  instances: {
    Connection: ['Pool#acquire()', 'connect()'],
    Cursor: ['Connection#cursor()'],
    Pool: ['create_pool()'],
    PreparedStatement: ['Connection#prepare()'],
    Transaction: ['Connection#transaction()'],
  },

  lazy: ['*'],

  calls: [
    ['Connection#copy_from_query',       'sql',       'arg 0:query',   { dialect: 'postgresql' }],
    ['Connection#copy_from_table',       'read',      'arg 0:table_name'],
    ['Connection#copy_records_to_table', 'write.add', 'arg 0:table_name'],
    ['Connection#copy_to_table',         'write.add', 'arg 0:table_name'],
    ['Connection#cursor',                'sql',       'arg 0:query',   { dialect: 'postgresql' }],
    ['Connection#execute',               'sql',       'arg 0:query',   { dialect: 'postgresql' }],
    ['Connection#executemany',           'sql',       'arg 0:command', { dialect: 'postgresql' }],
    ['Connection#fetch',                 'sql',       'arg 0:query',   { dialect: 'postgresql' }],
    ['Connection#fetchmany',             'sql',       'arg 0:query',   { dialect: 'postgresql' }],
    ['Connection#fetchrow',              'sql',       'arg 0:query',   { dialect: 'postgresql' }],
    ['Connection#fetchval',              'sql',       'arg 0:query',   { dialect: 'postgresql' }],
    ['Connection#prepare',               'sql',       'arg 0:query',   { dialect: 'postgresql' }],
  ],

  harmless: [
    'Connection', 'Connection#*', 'Cursor', 'Cursor#*', 'Pool', 'Pool#*', 'PreparedStatement', 'PreparedStatement#*', 'Record',
    'Record#*', 'Transaction', 'Transaction#*', 'connect', 'create_pool',
  ],
});

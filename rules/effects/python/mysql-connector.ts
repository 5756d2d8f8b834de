import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'mysql.connector',
  language: 'python',
  reference: 'https://dev.mysql.com/doc/connector-python/en/connector-python-reference.html',
  origin: 'read',
  resource: 'database',
  extends: { CMySQLConnection: 'Connection', MySQLConnection: 'Connection', PooledMySQLConnection: 'Connection' },
  instances: { Connection: ['MySQLConnectionPool#get_connection()', 'connect()'], Cursor: ['Connection#cursor()'] },

  calls: [
    ['Connection#cmd_process_kill', 'destroy', 'arg 0:mysql_pid'],
    ['Connection#cmd_query',        'sql',     'arg 0:query',      { dialect: 'mysql' }],
    ['Connection#cmd_query_iter',   'sql',     'arg 0:statements', { dialect: 'mysql' }],
    ['Connection#cmd_shutdown',     'destroy', 'this'],
    ['Cursor#callproc',             'exec',    'arg 0:procname'],
    ['Cursor#execute',              'sql',     'arg 0:operation',  { dialect: 'mysql' }],
    ['Cursor#executemany',          'sql',     'arg 0:operation',  { dialect: 'mysql' }],
    ['Cursor#executemulti',         'sql',     'arg 0:operation',  { dialect: 'mysql' }],
  ],

  harmless: [
    'CMySQLConnection', 'Connection', 'Connection#*', 'Cursor', 'Cursor#*', 'MySQLConnection', 'MySQLConnectionPool',
    'MySQLConnectionPool#*', 'PooledMySQLConnection', 'connect',
  ],
});

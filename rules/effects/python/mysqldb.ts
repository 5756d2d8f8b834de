import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'MySQLdb',
  language: 'python',
  reference: 'https://mysqlclient.readthedocs.io',
  origin: 'read',
  resource: 'database',
  extends: { DictCursor: 'Cursor', SSCursor: 'Cursor', SSDictCursor: 'Cursor' },
  instances: { Connection: ['Connect()', 'Connection()', 'connect()'], Cursor: ['Connection#cursor()'] },

  calls: [
    ['Connection#query',   'sql',  'arg 0:query', { dialect: 'mysql' }],
    ['Cursor#callproc',    'exec', 'arg 0:procname'],
    ['Cursor#execute',     'sql',  'arg 0:query', { dialect: 'mysql' }],
    ['Cursor#executemany', 'sql',  'arg 0:query', { dialect: 'mysql' }],
  ],

  harmless: [
    'Connect', 'Connection', 'Connection#*', 'Cursor', 'Cursor#*', 'DictCursor', 'SSCursor', 'SSDictCursor', 'connect', 'cursors.*',
    'escape_string',
  ],
});

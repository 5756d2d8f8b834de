import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'pymysql',
  language: 'python',
  reference: 'https://pymysql.readthedocs.io/en/latest/modules',
  origin: 'read',
  resource: 'database',
  extends: { DictCursor: 'Cursor', SSCursor: 'Cursor', SSDictCursor: 'Cursor' },
  instances: { Connection: ['Connect()', 'Connection()', 'connect()'], Cursor: ['Connection#cursor()'] },

  calls: [
    ['Connection#kill',    'destroy', 'arg 0:thread_id'],
    ['Connection#query',   'sql',     'arg 0:sql',   { dialect: 'mysql' }],
    ['Cursor#callproc',    'exec',    'arg 0:procname'],
    ['Cursor#execute',     'sql',     'arg 0:query', { dialect: 'mysql' }],
    ['Cursor#executemany', 'sql',     'arg 0:query', { dialect: 'mysql' }],
  ],

  harmless: [
    'Connect', 'Connection', 'Connection#*', 'Cursor', 'Cursor#*', 'DictCursor', 'SSCursor', 'SSDictCursor', 'connect',
    'converters.escape_string', 'cursors.*', 'escape_string',
  ],
});

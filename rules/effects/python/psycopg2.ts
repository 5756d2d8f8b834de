import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'psycopg2',
  language: 'python',
  reference: 'https://www.psycopg.org/docs',
  origin: 'read',
  resource: 'database',
  instances: {
    Connection: [
      'PersistentConnectionPool#getconn()', 'SimpleConnectionPool#getconn()', 'ThreadedConnectionPool#getconn()', 'connect()',
      'connection', 'extensions.connection',
    ],
    Cursor: ['Connection#cursor()', 'cursor', 'extensions.cursor'],
    SQL: ['SQL#*()'],
  },
  identity: { 'SQL#as_string': 'this', 'SQL#format': 'this' },

  calls: [
    ['Cursor#callproc',    'exec',      'arg 0:procname'],
    ['Cursor#copy_expert', 'sql',       'arg 0:sql',   { dialect: 'postgresql' }],
    ['Cursor#copy_from',   'write.add', 'arg 1:table'],
    ['Cursor#copy_to',     'read',      'arg 1:table'],
    ['Cursor#execute',     'sql',       'arg 0:query', { dialect: 'postgresql' }],
    ['Cursor#executemany', 'sql',       'arg 0:query', { dialect: 'postgresql' }],
    ['execute_batch',      'sql',       'arg 1:sql',   { dialect: 'postgresql' }],
    ['execute_values',     'sql',       'arg 1:sql',   { dialect: 'postgresql' }],
  ],

  harmless: [
    'AsIs', 'Binary', 'Composed', 'Composed#*', 'Connection#*', 'Cursor', 'Cursor#*', 'Identifier', 'Identifier#*', 'Json', 'Literal',
    'Literal#*', 'PersistentConnectionPool#*', 'Placeholder', 'SQL', 'SQL#*', 'SimpleConnectionPool', 'SimpleConnectionPool#*',
    'ThreadedConnectionPool', 'ThreadedConnectionPool#*', 'adapt', 'connect', 'quote_ident', 'register_adapter', 'register_default_json',
    'register_default_jsonb', 'register_json', 'register_type', 'register_uuid',
  ],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'psycopg',
  language: 'python',
  reference: 'https://www.psycopg.org/psycopg3/docs/api',
  origin: 'read',
  resource: 'database',
  extends: {
    AsyncConnection: 'Connection',
    AsyncCursor: 'Cursor',
    AsyncServerCursor: 'Cursor',
    ClientCursor: 'Cursor',
    ServerCursor: 'Cursor',
  },
  instances: {
    Connection: ['AsyncConnection.connect()', 'Connection.connect()', 'connect()'],
    Copy: ['Cursor#copy()'],
    Cursor: ['Connection#cursor()', 'Connection#execute()', 'Cursor#execute()'],
    SQL: ['SQL#*()'],
  },
  identity: { 'SQL#as_string': 'this', 'SQL#format': 'this' },

  calls: [
    ['Connection#execute', 'sql', 'arg 0:query',     { dialect: 'postgresql' }],
    ['Cursor#copy',        'sql', 'arg 0:statement', { dialect: 'postgresql' }],
    ['Cursor#execute',     'sql', 'arg 0:query',     { dialect: 'postgresql' }],
    ['Cursor#executemany', 'sql', 'arg 0:query',     { dialect: 'postgresql' }],
    ['Cursor#stream',      'sql', 'arg 0:query',     { dialect: 'postgresql' }],
  ],

  harmless: [
    'AsyncConnection', 'AsyncConnection.connect', 'AsyncCursor', 'AsyncServerCursor', 'ClientCursor', 'Connection', 'Connection#*',
    'Connection.connect', 'Copy', 'Copy#*', 'Cursor', 'Cursor#*', 'Identifier', 'Json', 'Jsonb', 'Literal', 'Placeholder', 'Rollback',
    'SQL', 'SQL#*', 'ServerCursor', 'connect', 'rows.*', 'types.json.Jsonb',
  ],
});

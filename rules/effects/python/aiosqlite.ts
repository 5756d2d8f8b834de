import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'aiosqlite',
  language: 'python',
  reference: 'https://aiosqlite.omnilib.dev/en/stable/api.html',
  origin: 'read',
  resource: 'database',
  instances: {
    Connection: ['connect()'],
    Cursor: ['Connection#cursor()', 'Connection#execute()', 'Connection#executemany()', 'Connection#executescript()'],
  },

  lazy: ['*'],

  calls: [
    ['Connection#execute',          'sql',  'arg 0:sql',        { dialect: 'sqlite' }],
    ['Connection#execute_fetchall', 'sql',  'arg 0:sql',        { dialect: 'sqlite' }],
    ['Connection#execute_insert',   'sql',  'arg 0:sql',        { dialect: 'sqlite' }],
    ['Connection#executemany',      'sql',  'arg 0:sql',        { dialect: 'sqlite' }],
    ['Connection#executescript',    'sql',  'arg 0:sql_script', { dialect: 'sqlite' }],
    ['Connection#load_extension',   'exec', 'arg 0:path'],
    ['Cursor#execute',              'sql',  'arg 0:sql',        { dialect: 'sqlite' }],
    ['Cursor#executemany',          'sql',  'arg 0:sql',        { dialect: 'sqlite' }],
    ['Cursor#executescript',        'sql',  'arg 0:sql_script', { dialect: 'sqlite' }],
  ],

  harmless: ['Connection', 'Connection#*', 'Cursor', 'Cursor#*', 'connect'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'sqlite3',
  language: 'python',
  reference: 'https://docs.python.org/3/library/sqlite3.html',
  origin: 'read',
  resource: 'database',
  modules: ['pysqlite3', 'sqlite3.dbapi2'],
  instances: {
    Blob: ['Connection#blobopen()'],
    Connection: ['connect()'],
    Cursor: ['Connection#cursor()', 'Connection#execute()', 'Connection#executemany()', 'Connection#executescript()', 'Cursor#execute()', 'Cursor#executemany()', 'Cursor#executescript()'],
  },

  calls: [
    ['Blob#read',                 'read',      'this'],
    ['Blob#write',                'write.set', 'this'],
    ['Connection#backup',         'write.set', 'arg 0:target'],
    ['Connection#deserialize',    'destroy',   'this',      { unbounded: true }],
    ['Connection#execute',        'sql',       'arg 0:sql', { dialect: 'sqlite' }],
    ['Connection#executemany',    'sql',       'arg 0:sql', { dialect: 'sqlite' }],
    ['Connection#executescript',  'sql',       'arg 0:sql', { dialect: 'sqlite' }],
    ['Connection#iterdump',       'read',      'this'],
    ['Connection#load_extension', 'exec',      'arg 0:name'],
    ['Connection#serialize',      'read',      'this'],
    ['Cursor#execute',            'sql',       'arg 0:sql', { dialect: 'sqlite' }],
    ['Cursor#executemany',        'sql',       'arg 0:sql', { dialect: 'sqlite' }],
    ['Cursor#executescript',      'sql',       'arg 0:sql', { dialect: 'sqlite' }],
  ],

  harmless: [
    'Blob#*', 'Connection#*', 'Cursor#*', 'Row', 'Row#*', 'adapt', 'complete_statement', 'connect', 'enable_callback_tracebacks',
    'register_adapter', 'register_converter', 'threadsafety',
  ],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'pymssql',
  language: 'python',
  reference: 'https://pymssql.readthedocs.io/en/stable/ref/pymssql.html',
  origin: 'read',
  resource: 'database',
  instances: { Connection: ['connect()'], Cursor: ['Connection#cursor()'] },

  calls: [
    ['Connection#bulk_copy', 'write.add', 'arg 0:table_name'],
    ['Cursor#callproc',      'exec',      'arg 0:procname'],
    ['Cursor#execute',       'sql',       'arg 0:operation'],
    ['Cursor#executemany',   'sql',       'arg 0:operation'],
  ],

  harmless: ['Connection', 'Connection#*', 'Cursor', 'Cursor#*', 'connect'],
});

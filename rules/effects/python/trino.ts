import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'trino',
  language: 'python',
  reference: 'https://trino.io/docs/current/client/python.html',
  origin: 'read',
  resource: 'database',
  instances: { Connection: ['connect()'], Cursor: ['Connection#cursor()'] },

  calls: [
    ['Cursor#describe',    'read', 'arg 0:sql'],
    ['Cursor#execute',     'sql',  'arg 0:operation'],
    ['Cursor#executemany', 'sql',  'arg 0:operation'],
  ],

  harmless: ['Connection', 'Connection#*', 'Cursor', 'Cursor#*', 'auth.**', 'connect'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'pg8000',
  language: 'python',
  reference: 'https://codeberg.org/tlocke/pg8000',
  origin: 'read',
  resource: 'database',
  instances: { Connection: ['connect()'], Cursor: ['Connection#cursor()'] },

  calls: [
    ['Connection#prepare', 'sql',  'arg 0:operation', { dialect: 'postgresql' }],
    ['Connection#run',     'sql',  'arg 0:sql',       { dialect: 'postgresql' }],
    ['Cursor#callproc',    'exec', 'arg 0:procname'],
    ['Cursor#execute',     'sql',  'arg 0:operation', { dialect: 'postgresql' }],
    ['Cursor#executemany', 'sql',  'arg 0:operation', { dialect: 'postgresql' }],
  ],

  harmless: ['Connection', 'Connection#*', 'Cursor', 'Cursor#*', 'connect', 'native.identifier', 'native.literal'],
});

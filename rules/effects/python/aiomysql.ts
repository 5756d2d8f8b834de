import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'aiomysql',
  language: 'python',
  reference: 'https://aiomysql.readthedocs.io/en/stable',
  origin: 'read',
  resource: 'database',
  instances: { Connection: ['Pool#acquire()', 'connect()'], Cursor: ['Connection#cursor()'], Pool: ['create_pool()'] },

  lazy: ['*'],

  calls: [
    ['Connection#kill',    'destroy', 'arg 0:thread_id'],
    ['Connection#query',   'sql',     'arg 0:sql',   { dialect: 'mysql' }],
    ['Cursor#callproc',    'exec',    'arg 0:procname'],
    ['Cursor#execute',     'sql',     'arg 0:query', { dialect: 'mysql' }],
    ['Cursor#executemany', 'sql',     'arg 0:query', { dialect: 'mysql' }],
  ],

  harmless: ['Connection', 'Connection#*', 'Cursor', 'Cursor#*', 'Pool', 'Pool#*', 'connect', 'create_pool'],
});

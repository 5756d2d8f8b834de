import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'pyodbc',
  language: 'python',
  reference: 'https://github.com/mkleehammer/pyodbc/wiki',
  origin: 'read',
  resource: 'database',
  instances: { Connection: ['connect()'], Cursor: ['Connection#cursor()', 'Connection#execute()', 'Cursor#execute()'] },

  calls: [
    ['Connection#execute',      'sql',  'arg 0:sql'],
    ['Cursor#columns',          'read', 'arg 0:table'],
    ['Cursor#execute',          'sql',  'arg 0:sql'],
    ['Cursor#executemany',      'sql',  'arg 0:sql'],
    ['Cursor#foreignKeys',      'read', 'arg 0:table'],
    ['Cursor#primaryKeys',      'read', 'arg 0:table'],
    ['Cursor#procedureColumns', 'read', 'arg 0:procedure'],
    ['Cursor#procedures',       'read', 'arg 0:procedure'],
    ['Cursor#rowIdColumns',     'read', 'arg 0:table'],
    ['Cursor#rowVerColumns',    'read', 'arg 0:table'],
    ['Cursor#statistics',       'read', 'arg 0:table'],
    ['Cursor#tables',           'read', 'arg 0:table'],
  ],

  harmless: ['Connection', 'Connection#*', 'Cursor', 'Cursor#*', 'Row', 'Row#*', 'connect', 'dataSources', 'drivers'],
});

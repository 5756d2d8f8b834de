import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'databricks.sql',
  language: 'python',
  reference: 'https://docs.databricks.com/en/dev-tools/python-sql-connector.html',
  origin: 'read',
  resource: 'database',
  instances: { Connection: ['connect()'], Cursor: ['Connection#cursor()'] },

  calls: [
    ['Cursor#catalogs',      'read', 'this'],
    ['Cursor#columns',       'read', 'arg 0:catalog_name'],
    ['Cursor#execute',       'sql',  'arg 0:operation'],
    ['Cursor#execute_async', 'sql',  'arg 0:operation'],
    ['Cursor#executemany',   'sql',  'arg 0:operation'],
    ['Cursor#schemas',       'read', 'arg 0:catalog_name'],
    ['Cursor#tables',        'read', 'arg 0:catalog_name'],
  ],

  harmless: ['Connection', 'Connection#*', 'Cursor', 'Cursor#*', 'connect'],
});

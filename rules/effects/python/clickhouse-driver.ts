import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'clickhouse_driver',
  language: 'python',
  reference: 'https://clickhouse-driver.readthedocs.io/en/latest/api.html',
  origin: 'read',
  resource: 'database',
  instances: { Client: ['Client.from_url()'], Connection: ['connect()'], Cursor: ['Connection#cursor()'] },

  calls: [
    ['Client#execute',               'sql', 'arg 0:query'],
    ['Client#execute_iter',          'sql', 'arg 0:query'],
    ['Client#execute_with_progress', 'sql', 'arg 0:query'],
    ['Client#insert_dataframe',      'sql', 'arg 0:query'],
    ['Client#query_arrow',           'sql', 'arg 0:query'],
    ['Client#query_arrow_stream',    'sql', 'arg 0:query'],
    ['Client#query_dataframe',       'sql', 'arg 0:query'],
    ['Cursor#execute',               'sql', 'arg 0:operation'],
    ['Cursor#executemany',           'sql', 'arg 0:operation'],
  ],

  harmless: ['Client', 'Client#*', 'Client.*', 'Connection', 'Connection#*', 'Cursor', 'Cursor#*', 'connect'],
});

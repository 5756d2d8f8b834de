import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'clickhouse_connect',
  language: 'python',
  reference: 'https://clickhouse.com/docs/integrations/python',
  origin: 'read',
  resource: 'database',
  extends: { AsyncClient: 'Client', HttpClient: 'Client' },
  instances: { Client: ['create_async_client()', 'create_client()', 'get_async_client()', 'get_client()'] },

  calls: [
    ['Client#command',                   'sql',       'arg 0:cmd'],
    ['Client#data_insert',               'write.add', 'arg 0:context'],
    ['Client#insert',                    'write.add', 'arg 0:table'],
    ['Client#insert_arrow',              'write.add', 'arg 0:table'],
    ['Client#insert_df',                 'write.add', 'arg 0:table'],
    ['Client#insert_df_arrow',           'write.add', 'arg 0:table'],
    ['Client#query',                     'sql',       'arg 0:query'],
    ['Client#query_arrow',               'sql',       'arg 0:query'],
    ['Client#query_arrow_stream',        'sql',       'arg 0:query'],
    ['Client#query_column_block_stream', 'sql',       'arg 0:query'],
    ['Client#query_df',                  'sql',       'arg 0:query'],
    ['Client#query_df_arrow',            'sql',       'arg 0:query'],
    ['Client#query_df_arrow_stream',     'sql',       'arg 0:query'],
    ['Client#query_df_stream',           'sql',       'arg 0:query'],
    ['Client#query_np',                  'sql',       'arg 0:query'],
    ['Client#query_np_stream',           'sql',       'arg 0:query'],
    ['Client#query_row_block_stream',    'sql',       'arg 0:query'],
    ['Client#query_rows_stream',         'sql',       'arg 0:query'],
    ['Client#raw_insert',                'write.add', 'arg 0:table'],
    ['Client#raw_query',                 'sql',       'arg 0:query'],
    ['Client#raw_stream',                'sql',       'arg 0:query'],
  ],

  harmless: [
    'AsyncClient', 'Client', 'Client#**', 'HttpClient', 'common.**', 'create_client', 'driver.**', 'get_async_client', 'get_client',
  ],
});

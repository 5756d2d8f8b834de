import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'snowflake.connector',
  language: 'python',
  reference: 'https://docs.snowflake.com/en/developer-guide/python-connector/python-connector-api',
  origin: 'read',
  resource: 'database',
  extends: { SnowflakeConnection: 'Connection', SnowflakeCursor: 'Cursor' },
  instances: { Connection: ['connect()'], Cursor: ['Connection#cursor()'] },

  calls: [
    ['Connection#cmd_query',      'sql',       'arg 0:sql'],
    ['Connection#execute_stream', 'exec',      'arg 0:stream'],
    ['Connection#execute_string', 'sql',       'arg 0:sql_text'],
    ['Cursor#abort_query',        'destroy',   'arg 0:qid'],
    ['Cursor#callproc',           'exec',      'arg 0:procname'],
    ['Cursor#describe',           'read',      'arg :command'],
    ['Cursor#execute',            'sql',       'arg 0:command'],
    ['Cursor#execute_async',      'sql',       'arg :command'],
    ['Cursor#executemany',        'sql',       'arg 0:command'],
    ['Cursor#query_result',       'read',      'arg 0:qid'],
    ['write_pandas',              'destroy',   'arg 2:table_name', { if: 'arg :overwrite = true' }],
    ['write_pandas',              'write.add', 'arg 2:table_name'],
  ],

  harmless: ['Connection', 'Connection#*', 'Cursor', 'Cursor#*', 'SnowflakeConnection', 'SnowflakeCursor', 'connect', 'pandas_tools.*'],
});

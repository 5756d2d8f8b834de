import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@duckdb/node-api',
  language: 'typescript',
  reference: 'https://duckdb.org/docs/stable/clients/node_neo/overview',
  origin: 'read',
  resource: 'database',
  instances: {
    DuckDBConnection: ['DuckDBConnection.create()', 'DuckDBInstance#connect()'],
    DuckDBInstance: ['DuckDBInstance.create()', 'DuckDBInstance.fromCache()'],
    DuckDBPreparedStatement: ['DuckDBConnection#prepare()'],
  },

  calls: [
    ['DuckDBConnection#createAppender',       'write.add', 'arg 0'],
    ['DuckDBConnection#run',                  'sql',       'arg 0'],
    ['DuckDBConnection#runAndRead',           'sql',       'arg 0'],
    ['DuckDBConnection#runAndReadAll',        'sql',       'arg 0'],
    ['DuckDBConnection#runAndReadUntil',      'sql',       'arg 0'],
    ['DuckDBConnection#start',                'sql',       'arg 0'],
    ['DuckDBConnection#stream',               'sql',       'arg 0'],
    ['DuckDBConnection#streamAndRead',        'sql',       'arg 0'],
    ['DuckDBConnection#streamAndReadAll',     'sql',       'arg 0'],
    ['DuckDBConnection#streamAndReadUntil',   'sql',       'arg 0'],
    ['DuckDBPreparedStatement#run',           'sql',       'this.arg 0'],
    ['DuckDBPreparedStatement#runAndReadAll', 'sql',       'this.arg 0'],
  ],

  harmless: [
    'DuckDBConnection#*', 'DuckDBConnection.create', 'DuckDBInstance#*', 'DuckDBInstance.create', 'DuckDBInstance.fromCache',
    'DuckDBPreparedStatement#*',
  ],
});

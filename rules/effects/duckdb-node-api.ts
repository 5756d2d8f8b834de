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
    ['DuckDBConnection#run',                  'sql',       'arg 0', { dialect: 'duckdb' }],
    ['DuckDBConnection#runAndRead',           'sql',       'arg 0', { dialect: 'duckdb' }],
    ['DuckDBConnection#runAndReadAll',        'sql',       'arg 0', { dialect: 'duckdb' }],
    ['DuckDBConnection#runAndReadUntil',      'sql',       'arg 0', { dialect: 'duckdb' }],
    ['DuckDBConnection#start',                'sql',       'arg 0', { dialect: 'duckdb' }],
    ['DuckDBConnection#stream',               'sql',       'arg 0', { dialect: 'duckdb' }],
    ['DuckDBConnection#streamAndRead',        'sql',       'arg 0', { dialect: 'duckdb' }],
    ['DuckDBConnection#streamAndReadAll',     'sql',       'arg 0', { dialect: 'duckdb' }],
    ['DuckDBConnection#streamAndReadUntil',   'sql',       'arg 0', { dialect: 'duckdb' }],
    ['DuckDBPreparedStatement#run',           'sql',       'this.arg 0', { dialect: 'duckdb' }],
    ['DuckDBPreparedStatement#runAndReadAll', 'sql',       'this.arg 0', { dialect: 'duckdb' }],
  ],

  harmless: [
    'DuckDBConnection#*', 'DuckDBConnection.create', 'DuckDBInstance#*', 'DuckDBInstance.create', 'DuckDBInstance.fromCache',
    'DuckDBPreparedStatement#*',
  ],
});

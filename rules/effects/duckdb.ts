import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'duckdb',
  language: 'typescript',
  reference: 'https://duckdb.org/docs/stable/clients/nodejs/reference',
  origin: 'read',
  resource: 'database',
  modules: [],
  instances: {
    Connection: ['Database#connect()'],
    Statement: ['Database#prepare()', 'Connection#prepare()'],
  },
  extends: { Connection: 'Database' },

  calls: [
    ['Database#all',         'sql', 'arg 0', { dialect: 'duckdb' }],
    ['Database#arrowIPCAll', 'sql', 'arg 0', { dialect: 'duckdb' }],
    ['Database#each',        'sql', 'arg 0', { dialect: 'duckdb' }],
    ['Database#exec',        'sql', 'arg 0', { dialect: 'duckdb' }],
    ['Database#run',         'sql', 'arg 0', { dialect: 'duckdb' }],
    ['Database#stream',      'sql', 'arg 0', { dialect: 'duckdb' }],
    ['Statement#all',        'sql', 'this.arg 0', { dialect: 'duckdb' }],
    ['Statement#each',       'sql', 'this.arg 0', { dialect: 'duckdb' }],
    ['Statement#run',        'sql', 'this.arg 0', { dialect: 'duckdb' }],
  ],

  harmless: ['Database#*', 'Statement#*'],
});

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
    ['Database#all',         'sql', 'arg 0'],
    ['Database#arrowIPCAll', 'sql', 'arg 0'],
    ['Database#each',        'sql', 'arg 0'],
    ['Database#exec',        'sql', 'arg 0'],
    ['Database#run',         'sql', 'arg 0'],
    ['Database#stream',      'sql', 'arg 0'],
    ['Statement#all',        'sql', 'this.arg 0'],
    ['Statement#each',       'sql', 'this.arg 0'],
    ['Statement#run',        'sql', 'this.arg 0'],
  ],

  harmless: ['Database#*', 'Statement#*'],
});

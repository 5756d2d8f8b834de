import { defineEffects } from '../kit/index.js';

/**
 * The whole database stands in memory. What is exported is written by other calls.
 */
export default defineEffects({
  library: 'sql.js',
  language: 'typescript',
  reference: 'https://sql.js.org/documentation/',
  origin: 'read',
  resource: 'memory',
  default: 'initSqlJs',
  instances: {
    Database: ['new SqlJsStatic#Database'],
    SqlJsStatic: ['initSqlJs()'],
    Statement: ['Database#prepare()'],
  },

  calls: [
    ['Database#each',              'sql', 'arg 0',      { dialect: 'sqlite' }],
    ['Database#exec',              'sql', 'arg 0',      { dialect: 'sqlite' }],
    ['Database#iterateStatements', 'sql', 'arg 0',      { dialect: 'sqlite' }],
    ['Database#run',               'sql', 'arg 0',      { dialect: 'sqlite' }],
    ['Statement#get*',             'sql', 'this.arg 0', { dialect: 'sqlite' }],
    ['Statement#run',              'sql', 'this.arg 0', { dialect: 'sqlite' }],
    ['Statement#step',             'sql', 'this.arg 0', { dialect: 'sqlite' }],
  ],

  harmless: ['Database#*', 'Statement#*', 'initSqlJs'],
});

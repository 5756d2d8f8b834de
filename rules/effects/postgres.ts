import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'postgres',
  language: 'typescript',
  reference: 'https://github.com/porsager/postgres',
  origin: 'read',
  resource: 'database',
  together: 'sql.begin',
  default: 'postgres',
  extends: { ReservedSql: 'Sql', TransactionSql: 'Sql' },
  instances: {
    ReservedSql: ['Sql#reserve()'],
    Sql: ['postgres()'],
    TransactionSql: ['Sql#begin(0)', 'TransactionSql#savepoint(0)'],
  },

  lazy: ['*'],

  calls: [
    ['Sql#',       'sql',       'template', { if: 'template present', dialect: 'postgresql' }],
    ['Sql#file',   'exec',      'arg 0'],
    ['Sql#notify', 'write.add', 'arg 0',    { resource: 'queue' }],
    ['Sql#unsafe', 'sql',       'arg 0',    { dialect: 'postgresql' }],
  ],

  harmless: ['Sql#', 'Sql#*', 'postgres'],
});

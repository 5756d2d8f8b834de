import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'drizzle-orm',
  language: 'typescript',
  reference: 'https://orm.drizzle.team/docs/overview',
  origin: 'read',
  resource: 'database',
  together: 'db.transaction',
  modules: ['drizzle-orm/better-sqlite3', 'drizzle-orm/d1', 'drizzle-orm/libsql', 'drizzle-orm/mysql-core', 'drizzle-orm/mysql2', 'drizzle-orm/neon-http', 'drizzle-orm/node-postgres', 'drizzle-orm/pg-core', 'drizzle-orm/pg-core/query-builders/query', 'drizzle-orm/postgres-js', 'drizzle-orm/sqlite-core', 'drizzle-orm/vercel-postgres'],
  instances: {
    Database: [
      'BaseSQLiteDatabase', 'BetterSQLite3Database', 'Database#$with()', 'Database#transaction(0)', 'Database#with()', 'DrizzleD1Database', 'LibSQLDatabase', 'MySql2Database',
      'MySqlDatabase', 'MySqlTransaction', 'NeonHttpDatabase', 'NodePgDatabase', 'PgDatabase', 'PgTransaction', 'PostgresJsDatabase', 'SQLiteTransaction',
      'VercelPgDatabase', 'drizzle()',
    ],
    RelationalQueryBuilder: ['Database#query.*'],
    SQL: ['sql()', 'sql.raw()'],
  },

  lazy: ['Database#delete', 'Database#insert', 'Database#update'],

  calls: [
    ['Database#$count',                  'read',      'arg 0'],
    ['Database#all',                     'sql',       'arg 0'],
    ['Database#delete',                  'destroy',   'arg 0', { bound: 'chain where*' }],
    ['Database#execute',                 'sql',       'arg 0'],
    ['Database#get',                     'sql',       'arg 0'],
    ['Database#insert',                  'write.set', 'arg 0', { if: 'chain onConflictDoNothing present', ensures: true }],
    ['Database#insert',                  'write.set', 'arg 0', { if: 'chain onConflictDoUpdate present' }],
    ['Database#insert',                  'write.set', 'arg 0', { if: 'chain onDuplicateKeyUpdate present' }],
    ['Database#insert',                  'write.add', 'arg 0'],
    ['Database#refreshMaterializedView', 'write.set', 'arg 0'],
    ['Database#run',                     'sql',       'arg 0'],
    ['Database#select',                  'read',      'arg 0'],
    ['Database#selectDistinct',          'read',      'arg 0'],
    ['Database#selectDistinctOn',        'read',      'arg 0'],
    ['Database#update',                  'write.set', 'arg 0', { bound: 'chain where*' }],
    ['Database#values',                  'sql',       'arg 0'],
    ['RelationalQueryBuilder#findFirst', 'read',      'arg 0'],
    ['RelationalQueryBuilder#findMany',  'read',      'arg 0'],
  ],

  harmless: ['*', 'Database#*', 'SQL#*'],
});

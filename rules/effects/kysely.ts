import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'kysely',
  language: 'typescript',
  reference: 'https://kysely.dev/docs/intro',
  origin: 'read',
  resource: 'database',
  together: 'db.transaction()',
  instances: {
    Chain: ['Chain#*()', 'Kysely#deleteFrom()', 'Kysely#insertInto()', 'Kysely#mergeInto()', 'Kysely#replaceInto()', 'Kysely#selectFrom()', 'Kysely#updateTable()'],
    Kysely: ['Kysely#with()', 'Kysely#withSchema()', 'KyselyTransaction#execute(0)', 'Transaction'],
    KyselyTransaction: ['Kysely#transaction()', 'KyselyTransaction#setIsolationLevel()'],
    SchemaModule: ['Kysely#schema'],
  },

  calls: [
    ['Kysely#deleteFrom',        'destroy',   'arg 0', { bound: 'chain where*' }],
    ['Kysely#executeQuery',      'exec',      'arg 0'],
    ['Kysely#insertInto',        'write.set', 'arg 0', { if: 'chain onConflict present' }],
    ['Kysely#insertInto',        'write.set', 'arg 0', { if: 'chain ignore present', ensures: true }],
    ['Kysely#insertInto',        'write.set', 'arg 0', { if: 'chain onDuplicateKeyUpdate present' }],
    ['Kysely#insertInto',        'write.add', 'arg 0'],
    ['Kysely#mergeInto',         'write.set', 'arg 0'],
    ['Kysely#replaceInto',       'write.set', 'arg 0'],
    ['Kysely#selectFrom',        'read',      'arg 0'],
    ['Kysely#updateTable',       'write.set', 'arg 0', { bound: 'chain where*' }],
    ['SchemaModule#alterTable',  'write.set', 'arg 0'],
    ['SchemaModule#createIndex', 'write.add', 'arg 0', { exclusive: true }],
    ['SchemaModule#createTable', 'write.set', 'arg 0', { if: 'chain ifNotExists present', ensures: true }],
    ['SchemaModule#createTable', 'write.add', 'arg 0', { exclusive: true }],
    ['SchemaModule#createView',  'write.add', 'arg 0', { exclusive: true }],
    ['SchemaModule#dropIndex',   'destroy',   'arg 0'],
    ['SchemaModule#dropTable',   'destroy',   'arg 0'],
    ['SchemaModule#dropView',    'destroy',   'arg 0'],
    ['sql().execute',            'sql',       'this.arg 0'],
  ],

  harmless: [
    'Chain#*', 'Kysely#*', 'KyselyTransaction#*', 'SchemaModule#*', 'sql', 'sql.id', 'sql.join', 'sql.lit', 'sql.raw', 'sql.ref',
    'sql.table', 'sql.val',
  ],
});

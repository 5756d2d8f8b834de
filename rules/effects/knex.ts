import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'knex',
  language: 'typescript',
  reference: 'https://knexjs.org/guide/query-builder.html',
  origin: 'read',
  resource: 'database',
  together: 'knex.transaction',
  default: 'knex',
  instances: {
    Builder: ['Knex#()', 'Knex#from()', 'Knex#insert()', 'Knex#into()', 'Knex#queryBuilder()', 'Knex#select()', 'Knex#table()', 'Knex#with()', 'Knex#withSchema()', 'Builder#*()', 'Knex.QueryBuilder'],
    Knex: ['Knex#transaction()', 'Knex#transaction(0)', 'knex()'],
    Schema: ['Knex#schema', 'Schema#withSchema()'],
  },

  lazy: ['Builder#*', 'Knex#raw'],

  calls: [
    ['Builder#decrement',             'write.add', 'arg 0', { relative: true }],
    ['Builder#del',                   'destroy',   'arg 0', { bound: 'chain where*' }],
    ['Builder#delete',                'destroy',   'arg 0', { bound: 'chain where*' }],
    ['Builder#first',                 'read',      'arg 0'],
    ['Builder#increment',             'write.add', 'arg 0', { relative: true }],
    ['Builder#insert',                'write.set', 'arg 0', { if: 'chain onConflict present' }],
    ['Builder#insert',                'write.add', 'arg 0'],
    ['Builder#pluck',                 'read',      'arg 0'],
    ['Builder#select',                'read',      'arg 0'],
    ['Builder#truncate',              'destroy',   'this',  { unbounded: true }],
    ['Builder#update',                'write.set', 'arg 0', { bound: 'chain where*' }],
    ['Builder#upsert',                'write.set', 'arg 0'],
    ['Knex#batchInsert',              'write.add', 'arg 0'],
    ['Knex#raw',                      'sql',       'arg 0'],
    ['Schema#alterTable',             'write.set', 'arg 0'],
    ['Schema#createTable',            'write.add', 'arg 0', { exclusive: true }],
    ['Schema#createTableIfNotExists', 'write.set', 'arg 0', { ensures: true }],
    ['Schema#dropTable',              'destroy',   'arg 0'],
    ['Schema#dropTableIfExists',      'destroy',   'arg 0'],
    ['Schema#hasTable',               'read',      'arg 0'],
    ['Schema#raw',                    'sql',       'arg 0'],
    ['Schema#renameTable',            'write.set', 'arg 0'],
  ],

  harmless: ['Builder#*', 'Knex#*', 'Schema#*', 'knex'],
});

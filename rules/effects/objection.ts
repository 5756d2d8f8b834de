import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'objection',
  language: 'typescript',
  reference: 'https://vincit.github.io/objection.js/api/query-builder',
  origin: 'read',
  resource: 'database',
  instances: { QueryBuilder: ['Model#$query()', 'Model#$relatedQuery()', 'Model.query()', 'Model.relatedQuery()', 'QueryBuilder#*()'] },

  calls: [
    ['Model.query',                      'read',      'this'],
    ['QueryBuilder#decrement',           'write.add', 'arg 0', { relative: true }],
    ['QueryBuilder#del',                 'destroy',   'this'],
    ['QueryBuilder#delete',              'destroy',   'this',  { bound: 'chain *here*' }],
    ['QueryBuilder#deleteById',          'destroy',   'arg 0'],
    ['QueryBuilder#increment',           'write.add', 'arg 0', { relative: true }],
    ['QueryBuilder#insert',              'write.set', 'arg 0', { if: 'chain onConflict present' }],
    ['QueryBuilder#insert',              'write.add', 'arg 0'],
    ['QueryBuilder#insertAndFetch',      'write.add', 'arg 0'],
    ['QueryBuilder#insertGraph',         'write.add', 'arg 0'],
    ['QueryBuilder#insertGraphAndFetch', 'write.add', 'arg 0'],
    ['QueryBuilder#patch',               'write.set', 'arg 0', { bound: 'chain *here*' }],
    ['QueryBuilder#patchAndFetch',       'write.set', 'arg 0'],
    ['QueryBuilder#patchAndFetchById',   'write.set', 'arg 0'],
    ['QueryBuilder#relate',              'write.set', 'arg 0'],
    ['QueryBuilder#truncate',            'destroy',   'this',  { unbounded: true }],
    ['QueryBuilder#unrelate',            'destroy',   'this'],
    ['QueryBuilder#update',              'write.set', 'arg 0', { bound: 'chain *here*' }],
    ['QueryBuilder#updateAndFetch',      'write.set', 'arg 0'],
    ['QueryBuilder#updateAndFetchById',  'write.set', 'arg 0'],
    ['QueryBuilder#upsertGraph',         'write.set', 'arg 0'],
    ['QueryBuilder#upsertGraphAndFetch', 'write.set', 'arg 0'],
  ],

  harmless: ['Model#**', 'Model.knex', 'Model.relatedQuery', 'QueryBuilder#*', 'fn', 'raw', 'ref', 'val'],
});

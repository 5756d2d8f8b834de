import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'slonik',
  language: 'typescript',
  reference: 'https://github.com/gajus/slonik',
  origin: 'read',
  resource: 'database',
  instances: {
    DatabasePool: ['CommonQueryMethods', 'DatabasePool#connect(0)', 'DatabasePool#transaction(0)', 'DatabasePoolConnection', 'DatabaseTransactionConnection', 'createPool()'],
    Query: ['sql.fragment()', 'sql.type()()', 'sql.typeAlias()()', 'sql.unsafe()'],
  },

  calls: [
    ['DatabasePool#any',           'sql', 'arg 0'],
    ['DatabasePool#anyFirst',      'sql', 'arg 0'],
    ['DatabasePool#exists',        'sql', 'arg 0'],
    ['DatabasePool#many',          'sql', 'arg 0'],
    ['DatabasePool#manyFirst',     'sql', 'arg 0'],
    ['DatabasePool#maybeOne',      'sql', 'arg 0'],
    ['DatabasePool#maybeOneFirst', 'sql', 'arg 0'],
    ['DatabasePool#one',           'sql', 'arg 0'],
    ['DatabasePool#oneFirst',      'sql', 'arg 0'],
    ['DatabasePool#query',         'sql', 'arg 0'],
    ['DatabasePool#stream',        'sql', 'arg 0'],
  ],

  harmless: [
    'DatabasePool#*', 'createPool', 'createSqlTag', 'sql.array', 'sql.fragment', 'sql.identifier', 'sql.join', 'sql.type', 'sql.type()',
    'sql.typeAlias', 'sql.typeAlias()', 'sql.unsafe',
  ],
});

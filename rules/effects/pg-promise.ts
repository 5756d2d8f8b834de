import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'pg-promise',
  language: 'typescript',
  reference: 'https://vitaly-t.github.io/pg-promise/',
  origin: 'read',
  resource: 'database',
  default: 'pgPromise',
  instances: {
    IDatabase: ['IDatabase#task(0)', 'IDatabase#taskIf(0)', 'IDatabase#tx(0)', 'IDatabase#txIf(0)', 'IMain#()'],
    IMain: ['pgPromise()'],
  },

  calls: [
    ['IDatabase#any',         'sql',  'arg 0', { dialect: 'postgresql' }],
    ['IDatabase#each',        'sql',  'arg 0', { dialect: 'postgresql' }],
    ['IDatabase#func',        'exec', 'arg 0'],
    ['IDatabase#many',        'sql',  'arg 0', { dialect: 'postgresql' }],
    ['IDatabase#manyOrNone',  'sql',  'arg 0', { dialect: 'postgresql' }],
    ['IDatabase#map',         'sql',  'arg 0', { dialect: 'postgresql' }],
    ['IDatabase#multi',       'sql',  'arg 0', { dialect: 'postgresql' }],
    ['IDatabase#multiResult', 'sql',  'arg 0', { dialect: 'postgresql' }],
    ['IDatabase#none',        'sql',  'arg 0', { dialect: 'postgresql' }],
    ['IDatabase#one',         'sql',  'arg 0', { dialect: 'postgresql' }],
    ['IDatabase#oneOrNone',   'sql',  'arg 0', { dialect: 'postgresql' }],
    ['IDatabase#proc',        'exec', 'arg 0'],
    ['IDatabase#query',       'sql',  'arg 0', { dialect: 'postgresql' }],
    ['IDatabase#result',      'sql',  'arg 0', { dialect: 'postgresql' }],
  ],

  harmless: [
    'IDatabase#task', 'IDatabase#taskIf', 'IDatabase#tx', 'IDatabase#txIf', 'IMain#', 'IMain#as.*', 'IMain#end', 'IMain#helpers.*',
    'pgPromise',
  ],
});

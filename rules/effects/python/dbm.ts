import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'dbm',
  language: 'python',
  reference: 'https://docs.python.org/3/library/dbm.html',
  origin: 'read',
  resource: 'filesystem',
  instances: { Database: ['dumb.open()', 'gnu.open()', 'ndbm.open()', 'open()', 'sqlite3.open()'] },

  calls: [
    ['Database#__delitem__', 'destroy',   'arg 0:key'],
    ['Database#__getitem__', 'read',      'arg 0:key'],
    ['Database#__setitem__', 'write.set', 'arg 0:key'],
    ['Database#clear',       'destroy',   'this',       { unbounded: true }],
    ['Database#firstkey',    'read',      'this'],
    ['Database#get',         'read',      'arg 0:key'],
    ['Database#keys',        'read',      'this'],
    ['Database#nextkey',     'read',      'arg 0:key'],
    ['Database#setdefault',  'write.set', 'arg 0:key',  { ensures: true }],
    ['open',                 'destroy',   'arg 0:file', { if: 'arg 1:flag = n', unbounded: true }],
    ['open',                 'read',      'arg 0:file', { if: 'arg 1:flag = r' }],
    ['open',                 'read',      'arg 0:file', { if: 'arg 1:flag absent' }],
    ['open',                 'write.set', 'arg 0:file', { ensures: true }],
  ],

  harmless: ['Database#close', 'Database#reorganize', 'Database#sync', 'dumb.open', 'gnu.open', 'ndbm.open', 'sqlite3.open', 'whichdb'],
});

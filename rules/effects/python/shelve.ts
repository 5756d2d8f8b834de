import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'shelve',
  language: 'python',
  reference: 'https://docs.python.org/3/library/shelve.html',
  origin: 'read',
  resource: 'filesystem',
  instances: { Shelf: ['open()'] },
  extends: { BsdDbShelf: 'Shelf', DbfilenameShelf: 'Shelf' },

  calls: [
    ['Shelf#__delitem__', 'destroy',   'arg 0:key'],
    ['Shelf#__getitem__', 'read',      'arg 0:key'],
    ['Shelf#__setitem__', 'write.set', 'arg 0:key'],
    ['Shelf#clear',       'destroy',   'this',      { unbounded: true }],
    ['Shelf#get',         'read',      'arg 0:key'],
    ['Shelf#items',       'read',      'this'],
    ['Shelf#keys',        'read',      'this'],
    ['Shelf#pop',         'destroy',   'arg 0:key'],
    ['Shelf#popitem',     'destroy',   'this'],
    ['Shelf#setdefault',  'write.set', 'arg 0:key', { ensures: true }],
    ['Shelf#update',      'write.set', 'arg 0:other'],
    ['Shelf#values',      'read',      'this'],
  ],

  harmless: ['Shelf#close', 'Shelf#sync', 'open'],
});

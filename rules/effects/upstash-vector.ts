import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@upstash/vector',
  language: 'typescript',
  reference: 'https://upstash.com/docs/vector/sdks/ts/getting-started',
  origin: 'read',
  resource: 'search',
  openWorld: true,
  instances: {
    Index: ['Index.fromEnv()'],
    Namespace: ['Index#namespace()'],
  },
  extends: { Namespace: 'Index' },

  promises: ['*'],

  calls: [
    ['Index#delete',          'destroy',   'arg 0'],
    ['Index#deleteNamespace', 'destroy',   'arg 0'],
    ['Index#fetch',           'read',      'arg 0'],
    ['Index#info',            'read',      'this'],
    ['Index#listNamespaces',  'read',      'this'],
    ['Index#query*',          'read',      'arg 0'],
    ['Index#range',           'read',      'arg 0'],
    ['Index#reset',           'destroy',   'this',  { unbounded: true }],
    ['Index#resumableQuery',  'read',      'arg 0'],
    ['Index#update',          'write.set', 'arg 0'],
    ['Index#upsert',          'write.set', 'arg 0'],
  ],

  harmless: ['Index#namespace', 'Index.fromEnv'],
});

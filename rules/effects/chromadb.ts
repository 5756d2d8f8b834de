import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'chromadb',
  language: 'typescript',
  reference: 'https://docs.trychroma.com/reference/js/client',
  origin: 'read',
  resource: 'search',
  instances: {
    Collection: [
      'ChromaClient#collection()', 'ChromaClient#createCollection()', 'ChromaClient#getCollection*()',
      'ChromaClient#getOrCreateCollection()', 'Collection#fork()',
    ],
  },
  extends: { AdminClient: 'ChromaClient', CloudClient: 'ChromaClient' },

  promises: ['*'],

  calls: [
    ['ChromaClient#count*',                'read',      'this'],
    ['ChromaClient#createCollection',      'write.add', 'arg 0', { exclusive: true }],
    ['ChromaClient#deleteCollection',      'destroy',   'arg 0'],
    ['ChromaClient#get*',                  'read',      'this'],
    ['ChromaClient#getOrCreateCollection', 'write.set', 'arg 0', { ensures: true }],
    ['ChromaClient#list*',                 'read',      'this'],
    ['ChromaClient#reset',                 'destroy',   'this',  { unbounded: true }],
    ['ChromaClient#version',               'read',      'this'],
    ['Collection#add',                     'write.set', 'arg 0', { ensures: true }],
    ['Collection#count',                   'read',      'this'],
    ['Collection#delete',                  'destroy',   'arg 0'],
    ['Collection#fork',                    'write.add', 'arg 0'],
    ['Collection#forkCount',               'read',      'this'],
    ['Collection#get',                     'read',      'arg 0'],
    ['Collection#getIndexingStatus',       'read',      'this'],
    ['Collection#modify',                  'write.set', 'arg 0'],
    ['Collection#peek',                    'read',      'this'],
    ['Collection#query',                   'read',      'arg 0'],
    ['Collection#search',                  'read',      'arg 0'],
    ['Collection#update',                  'write.set', 'arg 0'],
    ['Collection#upsert',                  'write.set', 'arg 0'],
  ],

  harmless: [
    'ChromaClient#collection', 'ChromaClient#getMaxBatchSize', 'ChromaClient#getPreflightChecks', 'ChromaClient#getUserIdentity',
    'ChromaClient#heartbeat', 'ChromaClient#supportsBase64Encoding',
  ],
});

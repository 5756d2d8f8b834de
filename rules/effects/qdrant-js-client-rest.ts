import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@qdrant/js-client-rest',
  language: 'typescript',
  reference: 'https://qdrant.tech/documentation/interfaces',
  origin: 'read',
  resource: 'search',

  promises: ['*'],

  calls: [
    ['QdrantClient#batchUpdate',         'exec',      'arg 1'],
    ['QdrantClient#clearPayload',        'destroy',   'arg 0'],
    ['QdrantClient#cluster*',            'read',      'arg 0'],
    ['QdrantClient#collection*',         'read',      'arg 0'],
    ['QdrantClient#count',               'read',      'arg 0'],
    ['QdrantClient#create*',             'write.add', 'arg 0', { exclusive: true }],
    ['QdrantClient#createFullSnapshot',  'write.add', 'arg 0'],
    ['QdrantClient#createPayloadIndex',  'write.set', 'arg 0', { ensures: true }],
    ['QdrantClient#createShardSnapshot', 'write.add', 'arg 0'],
    ['QdrantClient#createSnapshot',      'write.add', 'arg 0'],
    ['QdrantClient#delete',              'destroy',   'arg 0'],
    ['QdrantClient#delete*',             'destroy',   'arg 0'],
    ['QdrantClient#discover*',           'read',      'arg 0'],
    ['QdrantClient#facet',               'read',      'arg 0'],
    ['QdrantClient#get*',                'read',      'arg 0'],
    ['QdrantClient#list*',               'read',      'arg 0'],
    ['QdrantClient#overwritePayload',    'write.set', 'arg 0'],
    ['QdrantClient#query*',              'read',      'arg 0'],
    ['QdrantClient#recommend*',          'read',      'arg 0'],
    ['QdrantClient#recover*',            'destroy',   'arg 0'],
    ['QdrantClient#recreateCollection',  'destroy',   'arg 0'],
    ['QdrantClient#retrieve',            'read',      'arg 0'],
    ['QdrantClient#scroll',              'read',      'arg 0'],
    ['QdrantClient#search*',             'read',      'arg 0'],
    ['QdrantClient#setPayload',          'write.set', 'arg 0'],
    ['QdrantClient#update*',             'write.set', 'arg 0'],
    ['QdrantClient#upsert',              'write.set', 'arg 0'],
    ['QdrantClient#versionInfo',         'read',      'this'],
  ],

  harmless: ['QdrantClient#api'],
});

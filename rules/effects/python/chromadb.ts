import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'chromadb',
  language: 'python',
  reference: 'https://docs.trychroma.com/reference/python',
  origin: 'read',
  resource: 'search',
  extends: { AsyncCollection: 'Collection' },
  instances: {
    Client: [
      'AdminClient()', 'AsyncClientAPI', 'AsyncHttpClient()', 'ClientAPI', 'CloudClient()', 'EphemeralClient()', 'HttpClient()',
      'PersistentClient()',
    ],
    Collection: ['Client#create_collection()', 'Client#get_collection()', 'Client#get_or_create_collection()'],
  },

  calls: [
    ['Client#count_collections',        'read',      'this'],
    ['Client#create_collection',        'write.set', 'arg 0:name', { if: 'arg 6:get_or_create = true', ensures: true }],
    ['Client#create_collection',        'write.add', 'arg 0:name', { exclusive: true }],
    ['Client#create_database',          'write.add', 'arg 0:name', { exclusive: true }],
    ['Client#create_tenant',            'write.add', 'arg 0:name', { exclusive: true }],
    ['Client#delete_collection',        'destroy',   'arg 0:name'],
    ['Client#delete_database',          'destroy',   'arg 0:name'],
    ['Client#get_collection',           'read',      'arg 0:name'],
    ['Client#get_database',             'read',      'arg 0:name'],
    ['Client#get_max_batch_size',       'read',      'this'],
    ['Client#get_or_create_collection', 'write.set', 'arg 0:name', { ensures: true }],
    ['Client#get_tenant',               'read',      'arg 0:name'],
    ['Client#get_version',              'read',      'this'],
    ['Client#heartbeat',                'read',      'this'],
    ['Client#list_collections',         'read',      'this'],
    ['Client#list_databases',           'read',      'this'],
    ['Client#reset',                    'destroy',   'this',       { unbounded: true }],
    ['Collection#add',                  'write.set', 'arg 0:ids',  { ensures: true }],
    ['Collection#count',                'read',      'this'],
    ['Collection#delete',               'destroy',   'arg 0:ids'],
    ['Collection#fork',                 'write.add', 'arg 0:new_name'],
    ['Collection#get',                  'read',      'arg 0:ids'],
    ['Collection#get_indexing_status',  'read',      'this'],
    ['Collection#modify',               'write.set', 'arg 0:name'],
    ['Collection#peek',                 'read',      'arg 0:limit'],
    ['Collection#query',                'read',      'arg 1:query_texts'],
    ['Collection#search',               'read',      'arg 0:searches'],
    ['Collection#update',               'write.set', 'arg 0:ids'],
    ['Collection#upsert',               'write.set', 'arg 0:ids'],
  ],

  harmless: [
    '*EmbeddingFunction#*', 'AdminClient', 'AsyncCollection', 'AsyncHttpClient', 'Client', 'Client#*', 'Client.*', 'CloudClient',
    'Collection', 'Collection#*', 'EphemeralClient', 'HttpClient', 'PersistentClient', 'Settings',
  ],
});

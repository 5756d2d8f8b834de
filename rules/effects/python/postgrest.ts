import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'postgrest',
  language: 'python',
  reference: 'https://supabase.com/docs/reference/python/select',
  origin: 'read',
  resource: 'database',
  extends: { AsyncPostgrestClient: 'Client', SyncPostgrestClient: 'Client' },
  instances: {
    Client: ['Client#schema()'],
    Query: [
      'Client#rpc()', 'Query#*()', 'Request#delete()', 'Request#insert()', 'Request#select()', 'Request#update()', 'Request#upsert()',
    ],
    Request: ['Client#from_()', 'Client#from_table()', 'Client#table()'],
  },

  calls: [
    ['Client#rpc',     'read',      'arg 0:func', { if: 'arg :get = true' }],
    ['Client#rpc',     'exec',      'arg 0:func'],
    ['Request#delete', 'destroy',   'this',       { bound: 'chain eq|neq|gt|gte|lt|lte|like|ilike|in_|is_|match|filter|or_|contains|contained_by' }],
    ['Request#insert', 'write.set', 'arg 0:json', { if: 'arg :upsert = true' }],
    ['Request#insert', 'write.add', 'arg 0:json'],
    ['Request#select', 'read',      'arg 0:columns'],
    ['Request#update', 'write.set', 'arg 0:json', { bound: 'chain eq|neq|gt|gte|lt|lte|like|ilike|in_|is_|match|filter|or_|contains|contained_by' }],
    ['Request#upsert', 'write.set', 'arg 0:json', { if: 'arg :ignore_duplicates = true', ensures: true }],
    ['Request#upsert', 'write.set', 'arg 0:json'],
  ],

  harmless: ['*', 'Client#*', 'Query#*', 'Request#*'],
});

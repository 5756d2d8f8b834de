import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'surrealdb',
  language: 'python',
  reference: 'https://surrealdb.com/docs/sdk/python',
  origin: 'read',
  resource: 'database',
  extends: {
    AsyncHttpSurrealConnection: 'Surreal',
    AsyncSurreal: 'Surreal',
    AsyncWsSurrealConnection: 'Surreal',
    BlockingHttpSurrealConnection: 'Surreal',
    BlockingWsSurrealConnection: 'Surreal',
  },

  calls: [
    ['Surreal#create',    'write.add', 'arg 0:record'],
    ['Surreal#delete',    'destroy',   'arg 0:record'],
    ['Surreal#info',      'read',      'this'],
    ['Surreal#insert',    'write.add', 'arg 0:table'],
    ['Surreal#kill',      'destroy',   'arg 0:query_uuid'],
    ['Surreal#live',      'read',      'arg 0:table'],
    ['Surreal#query',     'exec',      'arg 0:query'],
    ['Surreal#query_raw', 'exec',      'arg 0:query'],
    ['Surreal#run',       'exec',      'arg 0:name'],
    ['Surreal#select',    'read',      'arg 0:record'],
    ['Surreal#signup',    'write.add', 'arg 0:vars'],
    ['Surreal#update',    'write.set', 'arg 0:record'],
    ['Surreal#upsert',    'write.set', 'arg 0:record'],
    ['Surreal#version',   'read',      'this'],
  ],

  harmless: ['*', 'Surreal#*'],
});

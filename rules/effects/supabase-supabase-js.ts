import { defineEffects } from '../kit/index.js';

/**
 * What a function of the database does stands in its name only, as with an address.
 */
export default defineEffects({
  library: '@supabase/supabase-js',
  language: 'typescript',
  reference: 'https://supabase.com/docs/reference/javascript/introduction',
  origin: 'read',
  resource: 'database',
  together: 'a function of the database (rpc)',
  instances: {
    PostgrestFilterBuilder: [
      'PostgrestFilterBuilder#*()', 'PostgrestQueryBuilder#*()', 'PostgrestTransformBuilder', 'SupabaseClient#rpc()',
    ],
    PostgrestQueryBuilder: ['SupabaseClient#from()'],
    RealtimeChannel: ['SupabaseClient#channel()', 'RealtimeChannel#on()', 'RealtimeChannel#subscribe()'],
    StorageFileApi: ['SupabaseClient#storage.from()'],
    SupabaseClient: ['SupabaseClient#schema()', 'createClient()'],
  },

  promises: ['RealtimeChannel#*', 'StorageFileApi#*', 'SupabaseClient#auth.*', 'SupabaseClient#functions.*', 'SupabaseClient#storage.*'],
  lazy: ['PostgrestQueryBuilder#*', 'SupabaseClient#rpc'],
  answers: [
    {
      callees: [
        'PostgrestQueryBuilder#*', 'StorageFileApi#*', 'SupabaseClient#auth.*', 'SupabaseClient#functions.*', 'SupabaseClient#rpc',
        'SupabaseClient#storage.*',
      ],
      kind: 'error',
      tells: ['error', 'throwOnError', 'status', 'statusText'],
    },
  ],
  lists: [
    {
      callees: ['PostgrestQueryBuilder#select'],
      bounds: ['limit', 'range', 'single', 'maybeSingle', 'eq', 'match', 'in', 'csv', 'head', 'count', 'filter'],
    },
  ],

  calls: [
    ['PostgrestQueryBuilder#delete',                'destroy',   'this',  { bound: 'chain contain*|eq|filter|gt*|ilike*|in|is*|like*|lt*|match|neq|not*|or|overlaps|range*|regex*|textSearch' }],
    ['PostgrestQueryBuilder#insert',                'write.add', 'arg 0'],
    ['PostgrestQueryBuilder#select',                'read',      'arg 0'],
    ['PostgrestQueryBuilder#update',                'write.set', 'arg 0', { bound: 'chain contain*|eq|filter|gt*|ilike*|in|is*|like*|lt*|match|neq|not*|or|overlaps|range*|regex*|textSearch' }],
    ['PostgrestQueryBuilder#upsert',                'write.set', 'arg 0', { if: 'arg 1.ignoreDuplicates = true', ensures: true }],
    ['PostgrestQueryBuilder#upsert',                'write.set', 'arg 0'],
    ['RealtimeChannel#httpSend',                    'write.add', 'arg 0', { resource: 'queue' }],
    ['RealtimeChannel#send',                        'write.add', 'arg 0', { resource: 'queue' }],
    ['RealtimeChannel#track',                       'write.set', 'arg 0', { resource: 'queue' }],
    ['RealtimeChannel#untrack',                     'destroy',   'this',  { resource: 'queue' }],
    ['StorageFileApi#copy',                         'write.set', 'arg 1', { resource: 'object-store' }],
    ['StorageFileApi#download',                     'read',      'arg 0', { resource: 'object-store' }],
    ['StorageFileApi#exists',                       'read',      'arg 0', { resource: 'object-store' }],
    ['StorageFileApi#info',                         'read',      'arg 0', { resource: 'object-store' }],
    ['StorageFileApi#list',                         'read',      'arg 0', { resource: 'object-store' }],
    ['StorageFileApi#listV2',                       'read',      'arg 0', { resource: 'object-store' }],
    ['StorageFileApi#move',                         'write.set', 'arg 1', { resource: 'object-store' }],
    ['StorageFileApi#remove',                       'destroy',   'arg 0', { resource: 'object-store' }],
    ['StorageFileApi#update',                       'write.set', 'arg 0', { resource: 'object-store' }],
    ['StorageFileApi#upload',                       'write.set', 'arg 0', { if: 'arg 2.upsert = true', resource: 'object-store' }],
    ['StorageFileApi#upload',                       'write.add', 'arg 0', { exclusive: true, resource: 'object-store' }],
    ['StorageFileApi#uploadToSignedUrl',            'write.set', 'arg 0', { resource: 'object-store' }],
    ['SupabaseClient#auth.admin.createUser',        'write.add', 'arg 0', { exclusive: true }],
    ['SupabaseClient#auth.admin.delete*',           'destroy',   'arg 0'],
    ['SupabaseClient#auth.admin.get*',              'read',      'arg 0'],
    ['SupabaseClient#auth.admin.inviteUserByEmail', 'external',  'arg 0', { resource: 'mail' }],
    ['SupabaseClient#auth.admin.list*',             'read',      'arg 0'],
    ['SupabaseClient#auth.admin.update*',           'write.set', 'arg 0'],
    ['SupabaseClient#auth.getUser',                 'read',      'this'],
    ['SupabaseClient#auth.getUserIdentities',       'read',      'this'],
    ['SupabaseClient#auth.resend',                  'external',  'arg 0', { resource: 'mail' }],
    ['SupabaseClient#auth.resetPasswordForEmail',   'external',  'arg 0', { resource: 'mail' }],
    ['SupabaseClient#auth.signInWithOtp',           'external',  'arg 0', { resource: 'mail' }],
    ['SupabaseClient#auth.signUp',                  'external',  'arg 0', { resource: 'mail' }],
    ['SupabaseClient#auth.unlinkIdentity',          'destroy',   'arg 0'],
    ['SupabaseClient#auth.updateUser',              'write.set', 'arg 0'],
    ['SupabaseClient#functions.invoke',             'http',      'arg 0', { method: 'arg 1.method', if: 'arg 1.method present', resource: 'cloud' }],
    ['SupabaseClient#functions.invoke',             'http',      'arg 0', { method: 'POST', resource: 'cloud' }],
    ['SupabaseClient#rpc',                          'read',      'arg 0', { if: 'arg 2.get = true' }],
    ['SupabaseClient#rpc',                          'http',      'arg 0', { method: 'POST' }],
    ['SupabaseClient#storage.createBucket',         'write.add', 'arg 0', { exclusive: true, resource: 'object-store' }],
    ['SupabaseClient#storage.deleteBucket',         'destroy',   'arg 0', { resource: 'object-store' }],
    ['SupabaseClient#storage.emptyBucket',          'destroy',   'arg 0', { resource: 'object-store' }],
    ['SupabaseClient#storage.getBucket',            'read',      'arg 0', { resource: 'object-store' }],
    ['SupabaseClient#storage.listBuckets',          'read',      'arg 0', { resource: 'object-store' }],
    ['SupabaseClient#storage.updateBucket',         'write.set', 'arg 0', { resource: 'object-store' }],
  ],

  harmless: [
    'PostgrestFilterBuilder#*', 'RealtimeChannel#on', 'RealtimeChannel#presenceState', 'RealtimeChannel#subscribe',
    'RealtimeChannel#unsubscribe', 'StorageFileApi#createSignedUploadUrl', 'StorageFileApi#createSignedUrl',
    'StorageFileApi#createSignedUrls', 'StorageFileApi#getPublicUrl', 'StorageFileApi#purgeCache', 'SupabaseClient#auth.*',
    'SupabaseClient#channel', 'SupabaseClient#from', 'SupabaseClient#functions.setAuth', 'SupabaseClient#getChannels',
    'SupabaseClient#remove*', 'SupabaseClient#schema', 'SupabaseClient#storage.from', 'createClient', 'isAuth*',
  ],
});

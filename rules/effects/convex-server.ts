import { defineEffects } from '../kit/index.js';

/**
 * What functions of the server get as their first parameter. A function that is called by its name may do anything.
 */
export default defineEffects({
  library: 'convex/server',
  language: 'typescript',
  reference: 'https://docs.convex.dev/database/writing-data',
  origin: 'read',
  resource: 'database',
  openWorld: true,
  extends: { GenericMutationCtx: 'GenericQueryCtx' },

  calls: [
    ['GenericActionCtx#runAction',          'exec',      'arg 0'],
    ['GenericActionCtx#runMutation',        'exec',      'arg 0'],
    ['GenericActionCtx#runQuery',           'read',      'arg 0'],
    ['GenericActionCtx#scheduler.cancel',   'destroy',   'arg 0', { resource: 'queue' }],
    ['GenericActionCtx#scheduler.run*',     'write.add', 'arg 1', { resource: 'queue' }],
    ['GenericActionCtx#storage.delete',     'destroy',   'arg 0', { resource: 'object-store' }],
    ['GenericActionCtx#storage.get*',       'read',      'arg 0', { resource: 'object-store' }],
    ['GenericActionCtx#storage.store',      'write.add', 'arg 0', { resource: 'object-store' }],
    ['GenericActionCtx#vectorSearch',       'read',      'arg 0'],
    ['GenericMutationCtx#db.delete',        'destroy',   'arg 0'],
    ['GenericMutationCtx#db.insert',        'write.add', 'arg 1'],
    ['GenericMutationCtx#db.patch',         'write.set', 'arg 0'],
    ['GenericMutationCtx#db.replace',       'write.set', 'arg 0'],
    ['GenericMutationCtx#runMutation',      'exec',      'arg 0'],
    ['GenericMutationCtx#scheduler.cancel', 'destroy',   'arg 0', { resource: 'queue' }],
    ['GenericMutationCtx#scheduler.run*',   'write.add', 'arg 1', { resource: 'queue' }],
    ['GenericMutationCtx#storage.delete',   'destroy',   'arg 0', { resource: 'object-store' }],
    ['GenericQueryCtx#db.get',              'read',      'arg 0'],
    ['GenericQueryCtx#db.query',            'read',      'arg 0'],
    ['GenericQueryCtx#runQuery',            'read',      'arg 0'],
    ['GenericQueryCtx#storage.getUrl',      'read',      'arg 0', { resource: 'object-store' }],
  ],

  harmless: [
    'GenericActionCtx#auth.*', 'GenericMutationCtx#storage.generateUploadUrl', 'GenericQueryCtx#auth.*',
    'GenericQueryCtx#db.normalizeId', 'GenericQueryCtx#db.system.*', 'defineSchema', 'defineTable',
  ],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@mikro-orm/core',
  language: 'typescript',
  reference: 'https://mikro-orm.io/docs/entity-manager',
  origin: 'read',
  resource: 'database',
  instances: {
    EntityManager: ['EntityManager#fork()', 'EntityManager#transactional(0)', 'EntityRepository#getEntityManager()', 'MikroORM#em'],
    EntityRepository: ['EntityManager#getRepository()', 'EntityManager#repo()'],
    MikroORM: ['MikroORM.init()', 'MikroORM.initSync()'],
  },

  calls: [
    ['EntityManager#count',           'read',      'arg 0'],
    ['EntityManager#find*',           'read',      'arg 0'],
    ['EntityManager#flush',           'write.set', 'this'],
    ['EntityManager#insert',          'write.add', 'arg 1'],
    ['EntityManager#insertMany',      'write.add', 'arg 1'],
    ['EntityManager#lock',            'read',      'arg 0'],
    ['EntityManager#nativeDelete',    'destroy',   'arg 0', { bound: 'arg 1' }],
    ['EntityManager#nativeUpdate',    'write.set', 'arg 0', { bound: 'arg 1' }],
    ['EntityManager#persist',         'write.add', 'arg 0'],
    ['EntityManager#populate',        'read',      'arg 0'],
    ['EntityManager#refresh',         'read',      'arg 0'],
    ['EntityManager#refreshOrFail',   'read',      'arg 0'],
    ['EntityManager#remove',          'destroy',   'arg 0'],
    ['EntityManager#upsert',          'write.set', 'arg 0'],
    ['EntityManager#upsertMany',      'write.set', 'arg 0'],
    ['EntityRepository#count',        'read',      'arg 0'],
    ['EntityRepository#find*',        'read',      'arg 0'],
    ['EntityRepository#insert',       'write.add', 'arg 0'],
    ['EntityRepository#insertMany',   'write.add', 'arg 0'],
    ['EntityRepository#nativeDelete', 'destroy',   'arg 0'],
    ['EntityRepository#nativeUpdate', 'write.set', 'arg 0'],
    ['EntityRepository#populate',     'read',      'arg 0'],
    ['EntityRepository#upsert',       'write.set', 'arg 0'],
    ['EntityRepository#upsertMany',   'write.set', 'arg 0'],
  ],

  harmless: ['EntityManager#*', 'EntityRepository#*', 'MikroORM#*', 'MikroORM.init', 'MikroORM.initSync', 'wrap'],
});

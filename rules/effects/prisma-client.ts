import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@prisma/client',
  language: 'typescript',
  reference: 'https://www.prisma.io/docs/orm/reference/prisma-client-reference',
  origin: 'read',
  resource: 'database',
  together: 'prisma.$transaction',
  instances: { PrismaClient: ['Prisma.TransactionClient', 'PrismaClient#$extends()', 'PrismaClient#$transaction(0)'] },

  lazy: ['*'],
  lists: [{ callees: ['*.findMany'], bounds: ['take', 'where', 'cursor'], option: 'take' }],

  calls: [
    ['PrismaClient#$executeRaw',           'sql',       'template', { if: 'template present' }],
    ['PrismaClient#$executeRaw',           'sql',       'arg 0'],
    ['PrismaClient#$executeRawUnsafe',     'sql',       'arg 0'],
    ['PrismaClient#$queryRaw',             'sql',       'template', { if: 'template present' }],
    ['PrismaClient#$queryRaw',             'sql',       'arg 0'],
    ['PrismaClient#$queryRawUnsafe',       'sql',       'arg 0'],
    ['PrismaClient#*.aggregate',           'read',      'arg 0'],
    ['PrismaClient#*.count',               'read',      'arg 0'],
    ['PrismaClient#*.create',              'write.add', 'arg 0'],
    ['PrismaClient#*.createMany',          'write.set', 'arg 0',    { if: 'arg 0.skipDuplicates = true', ensures: true }],
    ['PrismaClient#*.createMany',          'write.add', 'arg 0'],
    ['PrismaClient#*.createManyAndReturn', 'write.set', 'arg 0',    { if: 'arg 0.skipDuplicates = true', ensures: true }],
    ['PrismaClient#*.createManyAndReturn', 'write.add', 'arg 0'],
    ['PrismaClient#*.delete',              'destroy',   'arg 0'],
    ['PrismaClient#*.deleteMany',          'destroy',   'arg 0',    { bound: 'arg 0.where' }],
    ['PrismaClient#*.findFirst',           'read',      'arg 0'],
    ['PrismaClient#*.findFirstOrThrow',    'read',      'arg 0'],
    ['PrismaClient#*.findMany',            'read',      'arg 0'],
    ['PrismaClient#*.findUnique',          'read',      'arg 0'],
    ['PrismaClient#*.findUniqueOrThrow',   'read',      'arg 0'],
    ['PrismaClient#*.groupBy',             'read',      'arg 0'],
    ['PrismaClient#*.update',              'write.set', 'arg 0', { relativeIn: 'arg 0.data' }],
    ['PrismaClient#*.updateMany',          'write.set', 'arg 0',    { relativeIn: 'arg 0.data', bound: 'arg 0.where' }],
    ['PrismaClient#*.updateManyAndReturn', 'write.set', 'arg 0',    { relativeIn: 'arg 0.data', bound: 'arg 0.where' }],
    ['PrismaClient#*.upsert',              'write.set', 'arg 0', { relativeIn: 'arg 0.update' }],
  ],

  harmless: [
    'Prisma.*', 'PrismaClient#$connect', 'PrismaClient#$disconnect', 'PrismaClient#$extends', 'PrismaClient#$on',
    'PrismaClient#$transaction',
  ],
});

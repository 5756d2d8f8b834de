import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@azure/data-tables',
  language: 'typescript',
  reference: 'https://learn.microsoft.com/javascript/api/@azure/data-tables',
  origin: 'read',
  resource: 'database',
  openWorld: true,
  instances: {
    TableClient: ['TableClient.fromConnectionString()'],
    TableServiceClient: ['TableServiceClient.fromConnectionString()'],
  },

  promises: ['*'],

  calls: [
    ['TableClient#createEntity',         'write.add', 'arg 0', { exclusive: true }],
    ['TableClient#createTable',          'write.set', 'arg 0', { ensures: true }],
    ['TableClient#deleteEntity',         'destroy',   'arg 0'],
    ['TableClient#deleteTable',          'destroy',   'arg 0'],
    ['TableClient#get*',                 'read',      'arg 0'],
    ['TableClient#listEntities',         'read',      'arg 0'],
    ['TableClient#setAccessPolicy',      'write.set', 'arg 0'],
    ['TableClient#submitTransaction',    'exec',      'arg 0'],
    ['TableClient#updateEntity',         'write.set', 'arg 0'],
    ['TableClient#upsertEntity',         'write.set', 'arg 0'],
    ['TableServiceClient#createTable',   'write.set', 'arg 0', { ensures: true }],
    ['TableServiceClient#deleteTable',   'destroy',   'arg 0'],
    ['TableServiceClient#get*',          'read',      'arg 0'],
    ['TableServiceClient#listTables',    'read',      'arg 0'],
    ['TableServiceClient#setProperties', 'write.set', 'arg 0'],
  ],

  harmless: ['TableClient.fromConnectionString', 'TableServiceClient.fromConnectionString', 'odata'],
});

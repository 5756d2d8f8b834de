import { defineEffects } from '../kit/index.js';

/**
 * A message that is received is hidden for a while, and comes back unless it is deleted.
 */
export default defineEffects({
  library: '@azure/storage-queue',
  language: 'typescript',
  reference: 'https://learn.microsoft.com/javascript/api/@azure/storage-queue',
  origin: 'read',
  resource: 'queue',
  openWorld: true,
  instances: {
    QueueClient: ['QueueServiceClient#getQueueClient()'],
    QueueServiceClient: ['QueueServiceClient.fromConnectionString()'],
  },

  promises: ['*'],

  calls: [
    ['QueueClient#clearMessages',        'destroy',   'this',  { unbounded: true }],
    ['QueueClient#create',               'write.add', 'arg 0', { exclusive: true }],
    ['QueueClient#createIfNotExists',    'write.set', 'arg 0', { ensures: true }],
    ['QueueClient#delete*',              'destroy',   'arg 0'],
    ['QueueClient#exists',               'read',      'arg 0'],
    ['QueueClient#get*',                 'read',      'arg 0'],
    ['QueueClient#peekMessages',         'read',      'arg 0'],
    ['QueueClient#receiveMessages',      'write.set', 'arg 0'],
    ['QueueClient#sendMessage',          'write.add', 'arg 0'],
    ['QueueClient#set*',                 'write.set', 'arg 0'],
    ['QueueClient#updateMessage',        'write.set', 'arg 0'],
    ['QueueServiceClient#createQueue',   'write.add', 'arg 0', { exclusive: true }],
    ['QueueServiceClient#deleteQueue',   'destroy',   'arg 0'],
    ['QueueServiceClient#get*',          'read',      'arg 0'],
    ['QueueServiceClient#listQueues',    'read',      'arg 0'],
    ['QueueServiceClient#setProperties', 'write.set', 'arg 0'],
  ],

  harmless: ['QueueClient#generateSasUrl', 'QueueServiceClient#getQueueClient', 'QueueServiceClient.fromConnectionString'],
});

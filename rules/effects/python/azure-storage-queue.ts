import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'azure.storage.queue',
  language: 'python',
  reference: 'https://learn.microsoft.com/python/api/overview/azure/storage-queue-readme',
  origin: 'read',
  resource: 'queue',
  openWorld: true,
  instances: {
    QueueClient: ['QueueClient.from_connection_string()', 'QueueServiceClient#create_queue()', 'QueueServiceClient#get_queue_client()'],
    QueueServiceClient: ['QueueServiceClient.from_connection_string()'],
  },

  calls: [
    ['QueueClient#clear_messages',                'destroy',   'args'],
    ['QueueClient#create_queue',                  'write.set', 'this',       { ensures: true }],
    ['QueueClient#delete_message',                'destroy',   'arg 0:message'],
    ['QueueClient#delete_queue',                  'destroy',   'args'],
    ['QueueClient#get_queue_access_policy',       'read',      'args'],
    ['QueueClient#get_queue_properties',          'read',      'args'],
    ['QueueClient#peek_messages',                 'read',      'arg 0:max_messages'],
    ['QueueClient#receive_message',               'write.set', 'args'],
    ['QueueClient#receive_messages',              'write.set', 'args'],
    ['QueueClient#send_message',                  'write.add', 'arg 0:content'],
    ['QueueClient#set_queue_metadata',            'write.set', 'arg 0:metadata'],
    ['QueueClient#update_message',                'write.set', 'arg 0:message'],
    ['QueueServiceClient#create_queue',           'write.set', 'arg 0:name', { ensures: true }],
    ['QueueServiceClient#delete_queue',           'destroy',   'arg 0:queue'],
    ['QueueServiceClient#get_service_properties', 'read',      'args'],
    ['QueueServiceClient#list_queues',            'read',      'arg 0:name_starts_with'],
  ],

  harmless: ['QueueClient.from_connection_string', 'QueueServiceClient#get_queue_client', 'QueueServiceClient.from_connection_string'],
});

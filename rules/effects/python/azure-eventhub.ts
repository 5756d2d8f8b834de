import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'azure.eventhub',
  language: 'python',
  reference: 'https://learn.microsoft.com/python/api/overview/azure/eventhub-readme',
  origin: 'read',
  resource: 'queue',
  openWorld: true,
  instances: {
    EventHubConsumerClient: ['EventHubConsumerClient.from_connection_string()'],
    EventHubProducerClient: ['EventHubProducerClient.from_connection_string()'],
  },

  calls: [
    ['EventHubConsumerClient#get_eventhub_properties',  'read',      'this'],
    ['EventHubConsumerClient#get_partition_ids',        'read',      'this'],
    ['EventHubConsumerClient#receive',                  'read',      'arg 0:on_event'],
    ['EventHubConsumerClient#receive_batch',            'read',      'arg 0:on_event_batch'],
    ['EventHubProducerClient#get_eventhub_properties',  'read',      'this'],
    ['EventHubProducerClient#get_partition_ids',        'read',      'this'],
    ['EventHubProducerClient#get_partition_properties', 'read',      'arg 0:partition_id'],
    ['EventHubProducerClient#send_batch',               'write.add', 'arg 0:event_data_batch'],
    ['EventHubProducerClient#send_event',               'write.add', 'arg 0:event_data'],
  ],

  harmless: [
    'EventHubConsumerClient#close', 'EventHubConsumerClient.from_connection_string', 'EventHubProducerClient#close',
    'EventHubProducerClient#create_batch', 'EventHubProducerClient.from_connection_string',
  ],
});

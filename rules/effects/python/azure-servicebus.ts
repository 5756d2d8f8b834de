import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'azure.servicebus',
  language: 'python',
  reference: 'https://learn.microsoft.com/python/api/overview/azure/servicebus-readme',
  origin: 'read',
  resource: 'queue',
  openWorld: true,
  instances: {
    ServiceBusAdministrationClient: ['ServiceBusAdministrationClient.from_connection_string()'],
    ServiceBusClient: ['ServiceBusClient.from_connection_string()'],
    ServiceBusReceiver: ['ServiceBusClient#get_queue_receiver()', 'ServiceBusClient#get_subscription_receiver()'],
    ServiceBusSender: ['ServiceBusClient#get_queue_sender()', 'ServiceBusClient#get_topic_sender()'],
  },

  calls: [
    ['ServiceBusAdministrationClient#create_*',      'write.add', 'args', { exclusive: true }],
    ['ServiceBusAdministrationClient#delete_*',      'destroy',   'args'],
    ['ServiceBusAdministrationClient#get_*',         'read',      'args'],
    ['ServiceBusAdministrationClient#list_*',        'read',      'args'],
    ['ServiceBusAdministrationClient#update_*',      'write.set', 'args'],
    ['ServiceBusReceiver#abandon_message',           'write.set', 'arg 0:message'],
    ['ServiceBusReceiver#complete_message',          'write.set', 'arg 0:message'],
    ['ServiceBusReceiver#dead_letter_message',       'write.set', 'arg 0:message'],
    ['ServiceBusReceiver#defer_message',             'write.set', 'arg 0:message'],
    ['ServiceBusReceiver#peek_messages',             'read',      'arg 0:max_message_count'],
    ['ServiceBusReceiver#receive_deferred_messages', 'write.set', 'arg 0:sequence_numbers'],
    ['ServiceBusReceiver#receive_messages',          'write.set', 'arg 0:max_message_count'],
    ['ServiceBusReceiver#renew_message_lock',        'write.set', 'arg 0:message'],
    ['ServiceBusSender#cancel_scheduled_messages',   'destroy',   'arg 0:sequence_numbers'],
    ['ServiceBusSender#schedule_messages',           'write.add', 'arg 0:messages'],
    ['ServiceBusSender#send_messages',               'write.add', 'arg 0:message'],
  ],

  harmless: [
    'ServiceBusAdministrationClient.from_connection_string', 'ServiceBusClient#close', 'ServiceBusClient#get_queue_receiver',
    'ServiceBusClient#get_queue_sender', 'ServiceBusClient#get_subscription_receiver', 'ServiceBusClient#get_topic_sender',
    'ServiceBusClient.from_connection_string', 'ServiceBusReceiver#close', 'ServiceBusSender#close',
    'ServiceBusSender#create_message_batch',
  ],
});

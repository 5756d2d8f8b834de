import { defineEffects } from '../kit/index.js';

/**
 * A queue that looks for duplicates drops a message whose `messageId` it has seen.
 */
export default defineEffects({
  library: '@azure/service-bus',
  language: 'typescript',
  reference: 'https://learn.microsoft.com/javascript/api/@azure/service-bus',
  origin: 'read',
  resource: 'queue',
  openWorld: true,
  instances: {
    ServiceBusReceiver: ['ServiceBusClient#createReceiver()'],
    ServiceBusSender: ['ServiceBusClient#createSender()'],
    ServiceBusSessionReceiver: ['ServiceBusClient#acceptNextSession()', 'ServiceBusClient#acceptSession()'],
  },
  extends: { ServiceBusSessionReceiver: 'ServiceBusReceiver' },

  promises: ['*'],

  calls: [
    ['ServiceBusAdministrationClient#*Exists',     'read',      'arg 0'],
    ['ServiceBusAdministrationClient#create*',     'write.add', 'arg 0', { exclusive: true }],
    ['ServiceBusAdministrationClient#delete*',     'destroy',   'arg 0'],
    ['ServiceBusAdministrationClient#get*',        'read',      'arg 0'],
    ['ServiceBusAdministrationClient#list*',       'read',      'arg 0'],
    ['ServiceBusAdministrationClient#update*',     'write.set', 'arg 0'],
    ['ServiceBusReceiver#abandonMessage',          'write.set', 'arg 0'],
    ['ServiceBusReceiver#completeMessage',         'destroy',   'arg 0'],
    ['ServiceBusReceiver#deadLetterMessage',       'write.set', 'arg 0', { reversible: true }],
    ['ServiceBusReceiver#deferMessage',            'write.set', 'arg 0'],
    ['ServiceBusReceiver#getMessageIterator',      'read',      'arg 0'],
    ['ServiceBusReceiver#peekMessages',            'read',      'arg 0'],
    ['ServiceBusReceiver#receiveDeferredMessages', 'read',      'arg 0'],
    ['ServiceBusReceiver#receiveMessages',         'read',      'arg 0'],
    ['ServiceBusReceiver#renewMessageLock',        'write.set', 'arg 0'],
    ['ServiceBusReceiver#subscribe',               'read',      'arg 0'],
    ['ServiceBusSender#cancelScheduledMessages',   'destroy',   'arg 0'],
    ['ServiceBusSender#scheduleMessages',          'write.add', 'arg 0', { key: 'arg 0.messageId' }],
    ['ServiceBusSender#sendMessages',              'write.add', 'arg 0', { key: 'arg 0.messageId' }],
  ],

  harmless: ['ServiceBusClient#*', 'ServiceBusReceiver#close', 'ServiceBusSender#close', 'ServiceBusSender#createMessageBatch'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'pika',
  language: 'python',
  reference: 'https://pika.readthedocs.io/en/stable/modules',
  origin: 'read',
  resource: 'queue',
  instances: {
    Channel: [
      'AsyncioConnection#channel()', 'BlockingChannel', 'BlockingConnection#channel()', 'SelectConnection#channel()', 'channel.Channel',
    ],
  },

  calls: [
    ['Channel#basic_ack',        'write.set', 'arg 0:delivery_tag'],
    ['Channel#basic_get',        'destroy',   'arg 0:queue',       { if: 'arg 1:auto_ack = true' }],
    ['Channel#basic_get',        'read',      'arg 0:queue'],
    ['Channel#basic_nack',       'write.set', 'arg 0:delivery_tag'],
    ['Channel#basic_publish',    'write.add', 'arg 0:exchange'],
    ['Channel#basic_reject',     'write.set', 'arg 0:delivery_tag'],
    ['Channel#exchange_bind',    'write.set', 'arg 0:destination', { ensures: true }],
    ['Channel#exchange_declare', 'write.set', 'arg 0:exchange',    { ensures: true }],
    ['Channel#exchange_delete',  'destroy',   'arg 0:exchange'],
    ['Channel#exchange_unbind',  'destroy',   'arg 0:destination'],
    ['Channel#queue_bind',       'write.set', 'arg 0:queue',       { ensures: true }],
    ['Channel#queue_declare',    'read',      'arg 0:queue',       { if: 'arg 1:passive = true' }],
    ['Channel#queue_declare',    'write.set', 'arg 0:queue',       { ensures: true }],
    ['Channel#queue_delete',     'destroy',   'arg 0:queue'],
    ['Channel#queue_purge',      'destroy',   'arg 0:queue',       { unbounded: true }],
    ['Channel#queue_unbind',     'destroy',   'arg 0:queue'],
  ],

  harmless: ['*', 'AsyncioConnection#*', 'BlockingConnection#*', 'Channel#*', 'SelectConnection#*'],
});

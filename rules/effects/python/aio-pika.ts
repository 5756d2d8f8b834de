import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'aio_pika',
  language: 'python',
  reference: 'https://docs.aio-pika.com/apidoc.html',
  origin: 'read',
  resource: 'queue',
  extends: { RobustChannel: 'Channel', RobustConnection: 'Connection', RobustExchange: 'Exchange', RobustQueue: 'Queue' },
  instances: {
    Channel: ['Connection#channel()'],
    Connection: ['connect()', 'connect_robust()'],
    Exchange: ['Channel#declare_exchange()', 'Channel#default_exchange', 'Channel#get_exchange()'],
    IncomingMessage: ['AbstractIncomingMessage', 'Queue#get()'],
    Queue: ['Channel#declare_queue()', 'Channel#get_queue()'],
  },

  lazy: ['*'],

  calls: [
    ['Channel#declare_exchange', 'write.set', 'arg 0:name',     { ensures: true }],
    ['Channel#declare_queue',    'write.set', 'arg 0:name',     { ensures: true }],
    ['Channel#exchange_delete',  'destroy',   'arg 0:exchange_name'],
    ['Channel#queue_delete',     'destroy',   'arg 0:queue_name'],
    ['Exchange#bind',            'write.set', 'arg 0:exchange', { ensures: true }],
    ['Exchange#delete',          'destroy',   'this'],
    ['Exchange#publish',         'write.add', 'arg 0:message'],
    ['Exchange#unbind',          'destroy',   'arg 0:exchange'],
    ['IncomingMessage#ack',      'write.set', 'this'],
    ['IncomingMessage#nack',     'write.set', 'this'],
    ['IncomingMessage#reject',   'write.set', 'this'],
    ['Queue#bind',               'write.set', 'arg 0:exchange', { ensures: true }],
    ['Queue#delete',             'destroy',   'this'],
    ['Queue#get',                'destroy',   'this',           { if: 'arg :no_ack = true' }],
    ['Queue#get',                'read',      'this'],
    ['Queue#purge',              'destroy',   'this',           { unbounded: true }],
    ['Queue#unbind',             'destroy',   'arg 0:exchange'],
  ],

  harmless: ['*', 'Channel#*', 'Connection#*', 'Exchange#*', 'IncomingMessage#*', 'Queue#*'],
});

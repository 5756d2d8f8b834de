import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'amqplib',
  language: 'typescript',
  reference: 'https://amqp-node.github.io/amqplib/channel_api.html',
  origin: 'read',
  resource: 'queue',
  instances: {
    Channel: ['ChannelModel#createChannel()'],
    ChannelModel: ['connect()'],
    ConfirmChannel: ['ChannelModel#createConfirmChannel()'],
  },
  extends: { ConfirmChannel: 'Channel' },

  calls: [
    ['Channel#ack',            'destroy',   'arg 0'],
    ['Channel#ackAll',         'destroy',   'this'],
    ['Channel#assertExchange', 'write.set', 'arg 0', { ensures: true }],
    ['Channel#assertQueue',    'write.set', 'arg 0', { ensures: true }],
    ['Channel#bindExchange',   'write.set', 'arg 0', { ensures: true }],
    ['Channel#bindQueue',      'write.set', 'arg 0', { ensures: true }],
    ['Channel#checkExchange',  'read',      'arg 0'],
    ['Channel#checkQueue',     'read',      'arg 0'],
    ['Channel#consume',        'read',      'arg 0'],
    ['Channel#deleteExchange', 'destroy',   'arg 0'],
    ['Channel#deleteQueue',    'destroy',   'arg 0'],
    ['Channel#get',            'read',      'arg 0'],
    ['Channel#nack',           'write.set', 'arg 0'],
    ['Channel#nackAll',        'write.set', 'this'],
    ['Channel#publish',        'write.add', 'arg 2'],
    ['Channel#purgeQueue',     'destroy',   'arg 0'],
    ['Channel#reject',         'destroy',   'arg 0'],
    ['Channel#sendToQueue',    'write.add', 'arg 1'],
    ['Channel#unbindExchange', 'destroy',   'arg 0'],
    ['Channel#unbindQueue',    'destroy',   'arg 0'],
  ],

  harmless: [
    'Channel#cancel', 'Channel#close', 'Channel#on', 'Channel#once', 'Channel#prefetch', 'Channel#recover', 'ChannelModel#*',
    'ConfirmChannel#waitForConfirms', 'connect', 'credentials.*',
  ],
});

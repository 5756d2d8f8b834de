import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'paho.mqtt',
  language: 'python',
  reference: 'https://eclipse.dev/paho/files/paho.mqtt.python/html',
  origin: 'read',
  resource: 'queue',

  calls: [
    ['Client#publish',   'write.set', 'arg 0:topic', { if: 'arg 3:retain = true' }],
    ['Client#publish',   'write.add', 'arg 0:topic'],
    ['publish.multiple', 'write.add', 'arg 0:msgs'],
    ['publish.single',   'write.set', 'arg 0:topic', { if: 'arg :retain = true' }],
    ['publish.single',   'write.add', 'arg 0:topic'],
    ['subscribe.simple', 'read',      'arg 0:topics'],
  ],

  harmless: ['*', 'Client#*', 'publish.*', 'subscribe.*'],
});

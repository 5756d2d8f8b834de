import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'aiomqtt',
  language: 'python',
  reference: 'https://aiomqtt.bo3hm.com',
  origin: 'read',
  resource: 'queue',

  calls: [
    ['Client#publish', 'write.set', 'arg 0:topic', { if: 'arg 3:retain = true' }],
    ['Client#publish', 'write.add', 'arg 0:topic'],
  ],

  harmless: ['*', 'Client#*'],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'kafkajs',
  language: 'typescript',
  reference: 'https://kafka.js.org/docs/getting-started',
  origin: 'read',
  resource: 'queue',
  instances: { Admin: ['Kafka#admin()'], Consumer: ['Kafka#consumer()'], Producer: ['Kafka#producer()', 'Producer#transaction()'] },

  calls: [
    ['Admin#createTopics',       'write.set', 'arg 0', { ensures: true }],
    ['Admin#deleteGroups',       'destroy',   'arg 0'],
    ['Admin#deleteTopics',       'destroy',   'arg 0'],
    ['Admin#describeCluster',    'read',      'this'],
    ['Admin#describeGroups',     'read',      'arg 0'],
    ['Admin#fetchOffsets',       'read',      'arg 0'],
    ['Admin#fetchTopicMetadata', 'read',      'arg 0'],
    ['Admin#listGroups',         'read',      'this'],
    ['Admin#listTopics',         'read',      'this'],
    ['Consumer#commitOffsets',   'write.set', 'arg 0'],
    ['Producer#send',            'write.add', 'arg 0'],
    ['Producer#sendBatch',       'write.add', 'arg 0'],
  ],

  harmless: [
    'Admin#connect', 'Admin#disconnect', 'Consumer#connect', 'Consumer#disconnect', 'Kafka#*', 'Producer#connect', 'Producer#disconnect',
  ],
});

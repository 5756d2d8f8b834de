import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'aiokafka',
  language: 'python',
  reference: 'https://aiokafka.readthedocs.io/en/stable/api.html',
  origin: 'read',
  resource: 'queue',

  lazy: ['*'],

  calls: [
    ['AIOKafkaAdminClient#alter_configs',     'write.set', 'arg 0:config_resources'],
    ['AIOKafkaAdminClient#create_partitions', 'write.set', 'arg 0:topic_partitions'],
    ['AIOKafkaAdminClient#create_topics',     'write.add', 'arg 0:new_topics', { exclusive: true }],
    ['AIOKafkaAdminClient#delete_records',    'destroy',   'arg 0:records_to_delete'],
    ['AIOKafkaAdminClient#delete_topics',     'destroy',   'arg 0:topics'],
    ['AIOKafkaAdminClient#describe_*',        'read',      'args'],
    ['AIOKafkaAdminClient#list_*',            'read',      'args'],
    ['AIOKafkaConsumer#beginning_offsets',    'read',      'this'],
    ['AIOKafkaConsumer#commit',               'write.set', 'arg 0:offsets'],
    ['AIOKafkaConsumer#end_offsets',          'read',      'this'],
    ['AIOKafkaConsumer#getmany',              'read',      'this'],
    ['AIOKafkaConsumer#getone',               'read',      'this'],
    ['AIOKafkaConsumer#topics',               'read',      'this'],
    ['AIOKafkaProducer#send',                 'write.add', 'arg 0:topic'],
    ['AIOKafkaProducer#send_and_wait',        'write.add', 'arg 0:topic'],
    ['AIOKafkaProducer#send_batch',           'write.add', 'arg 1:topic'],
  ],

  harmless: ['*', 'AIOKafkaAdminClient#*', 'AIOKafkaConsumer#*', 'AIOKafkaProducer#*'],
});

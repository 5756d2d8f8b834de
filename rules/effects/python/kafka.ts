import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'kafka',
  language: 'python',
  reference: 'https://kafka-python.readthedocs.io/en/master/apidoc/modules.html',
  origin: 'read',
  resource: 'queue',

  calls: [
    ['KafkaAdminClient#alter_configs',          'write.set', 'arg 0:config_resources'],
    ['KafkaAdminClient#create_partitions',      'write.set', 'arg 0:topic_partitions'],
    ['KafkaAdminClient#create_topics',          'write.add', 'arg 0:new_topics', { exclusive: true }],
    ['KafkaAdminClient#delete_consumer_groups', 'destroy',   'arg 0:group_ids'],
    ['KafkaAdminClient#delete_groups',          'destroy',   'arg 0:group_ids'],
    ['KafkaAdminClient#delete_records',         'destroy',   'arg 0:records_to_delete'],
    ['KafkaAdminClient#delete_topics',          'destroy',   'arg 0:topics'],
    ['KafkaAdminClient#describe_*',             'read',      'args'],
    ['KafkaAdminClient#list_*',                 'read',      'args'],
    ['KafkaConsumer#beginning_offsets',         'read',      'this'],
    ['KafkaConsumer#commit',                    'write.set', 'arg 0:offsets'],
    ['KafkaConsumer#commit_async',              'write.set', 'arg 0:offsets'],
    ['KafkaConsumer#end_offsets',               'read',      'this'],
    ['KafkaConsumer#partitions_for_topic',      'read',      'this'],
    ['KafkaConsumer#poll',                      'read',      'this'],
    ['KafkaConsumer#topics',                    'read',      'this'],
    ['KafkaProducer#send',                      'write.add', 'arg 0:topic'],
  ],

  harmless: ['*', 'KafkaAdminClient#close', 'KafkaConsumer#*', 'KafkaProducer#*'],
});

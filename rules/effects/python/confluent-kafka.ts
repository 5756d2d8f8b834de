import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'confluent_kafka',
  language: 'python',
  reference: 'https://docs.confluent.io/platform/current/clients/confluent-kafka-python/html',
  origin: 'read',
  resource: 'queue',
  extends: { AIOConsumer: 'Consumer', AIOProducer: 'Producer', DeserializingConsumer: 'Consumer', SerializingProducer: 'Producer' },

  calls: [
    ['AdminClient#alter_configs',             'write.set', 'arg 0:resources'],
    ['AdminClient#create_acls',               'write.set', 'arg 0:acls',       { ensures: true }],
    ['AdminClient#create_partitions',         'write.set', 'arg 0:new_partitions'],
    ['AdminClient#create_topics',             'write.add', 'arg 0:new_topics', { exclusive: true }],
    ['AdminClient#delete_acls',               'destroy',   'arg 0:acl_binding_filters'],
    ['AdminClient#delete_consumer_groups',    'destroy',   'arg 0:group_ids'],
    ['AdminClient#delete_records',            'destroy',   'arg 0:topic_partition_offsets'],
    ['AdminClient#delete_topics',             'destroy',   'arg 0:topics'],
    ['AdminClient#describe_*',                'read',      'args'],
    ['AdminClient#incremental_alter_configs', 'write.set', 'arg 0:resources'],
    ['AdminClient#list_*',                    'read',      'args'],
    ['Consumer#commit',                       'write.set', 'args'],
    ['Consumer#consume',                      'read',      'this'],
    ['Consumer#get_watermark_offsets',        'read',      'this'],
    ['Consumer#list_topics',                  'read',      'this'],
    ['Consumer#poll',                         'read',      'this'],
    ['Consumer#store_offsets',                'write.set', 'args'],
    ['Producer#list_topics',                  'read',      'arg 0:topic'],
    ['Producer#produce',                      'write.add', 'arg 0:topic'],
    ['Producer#produce_batch',                'write.add', 'arg 0:topic'],
    ['Producer#purge',                        'destroy',   'this'],
  ],

  harmless: ['*', 'AdminClient#*', 'Consumer#*', 'Producer#*'],
});

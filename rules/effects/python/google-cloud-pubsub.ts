import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'google.cloud.pubsub',
  language: 'python',
  reference: 'https://cloud.google.com/python/docs/reference/pubsub/latest',
  origin: 'read',
  resource: 'queue',
  openWorld: true,
  modules: ['google.cloud.pubsub_v1'],

  calls: [
    ['PublisherClient#create_topic',             'write.add', 'args', { exclusive: true }],
    ['PublisherClient#delete_topic',             'destroy',   'arg 0:request'],
    ['PublisherClient#detach_subscription',      'destroy',   'arg 0:request'],
    ['PublisherClient#get_topic',                'read',      'arg 0:request'],
    ['PublisherClient#list_topic_snapshots',     'read',      'arg 0:request'],
    ['PublisherClient#list_topic_subscriptions', 'read',      'arg 0:request'],
    ['PublisherClient#list_topics',              'read',      'arg 0:request'],
    ['PublisherClient#publish',                  'write.add', 'arg 0:topic'],
    ['PublisherClient#update_topic',             'write.set', 'arg 0:request'],
    ['SubscriberClient#acknowledge',             'write.set', 'arg 0:request'],
    ['SubscriberClient#create_subscription',     'write.add', 'args', { exclusive: true }],
    ['SubscriberClient#delete_snapshot',         'destroy',   'arg 0:request'],
    ['SubscriberClient#delete_subscription',     'destroy',   'arg 0:request'],
    ['SubscriberClient#get_snapshot',            'read',      'arg 0:request'],
    ['SubscriberClient#get_subscription',        'read',      'arg 0:request'],
    ['SubscriberClient#list_snapshots',          'read',      'arg 0:request'],
    ['SubscriberClient#list_subscriptions',      'read',      'arg 0:request'],
    ['SubscriberClient#modify_ack_deadline',     'write.set', 'arg 0:request'],
    ['SubscriberClient#pull',                    'read',      'arg 0:request'],
    ['SubscriberClient#seek',                    'write.set', 'arg 0:request'],
    ['SubscriberClient#subscribe',               'read',      'arg 0:subscription'],
    ['SubscriberClient#update_subscription',     'write.set', 'arg 0:request'],
  ],

  harmless: [
    'PublisherClient#*_path', 'PublisherClient#close', 'PublisherClient#parse_*', 'PublisherClient#stop', 'PublisherClient.*_path',
    'PublisherClient.from_service_account_*', 'SubscriberClient#*_path', 'SubscriberClient#close', 'SubscriberClient#parse_*',
    'SubscriberClient#stop', 'SubscriberClient.*_path', 'SubscriberClient.from_service_account_*',
  ],
});

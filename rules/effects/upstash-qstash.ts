import { defineEffects } from '../kit/index.js';

/**
 * A message is taken once for each `deduplicationId`.
 */
export default defineEffects({
  library: '@upstash/qstash',
  language: 'typescript',
  reference: 'https://upstash.com/docs/qstash/sdks/ts/overview',
  origin: 'read',
  resource: 'queue',
  openWorld: true,
  instances: {
    Queue: ['Client#queue()'],
  },

  promises: ['*'],

  calls: [
    ['Client#*.addEndpoints',        'write.set', 'arg 0'],
    ['Client#*.delete*',             'destroy',   'arg 0'],
    ['Client#*.get*',                'read',      'arg 0'],
    ['Client#*.list*',               'read',      'arg 0'],
    ['Client#*.pause',               'write.set', 'arg 0'],
    ['Client#*.removeEndpoints',     'destroy',   'arg 0'],
    ['Client#*.resume',              'write.set', 'arg 0'],
    ['Client#batch*',                'write.add', 'arg 0'],
    ['Client#dlq.retry',             'write.add', 'arg 0'],
    ['Client#events',                'read',      'arg 0'],
    ['Client#flowControl.pin',       'write.set', 'arg 0'],
    ['Client#flowControl.resetRate', 'write.set', 'arg 0'],
    ['Client#flowControl.unpin',     'write.set', 'arg 0'],
    ['Client#logs',                  'read',      'arg 0'],
    ['Client#messages.cancel',       'destroy',   'arg 0'],
    ['Client#messages.deleteAll',    'destroy',   'this',  { unbounded: true }],
    ['Client#publish',               'write.add', 'arg 0', { key: 'arg 0.deduplicationId' }],
    ['Client#publishJSON',           'write.add', 'arg 0', { key: 'arg 0.deduplicationId' }],
    ['Client#schedules.create',      'write.add', 'arg 0', { key: 'arg 0.scheduleId' }],
    ['Client#workflow.cancel',       'destroy',   'arg 0'],
    ['Queue#delete',                 'destroy',   'this'],
    ['Queue#enqueue*',               'write.add', 'arg 0'],
    ['Queue#get',                    'read',      'this'],
    ['Queue#list',                   'read',      'this'],
    ['Queue#pause',                  'write.set', 'this'],
    ['Queue#resume',                 'write.set', 'this'],
    ['Queue#upsert',                 'write.set', 'arg 0'],
  ],

  harmless: ['Client#queue', 'Receiver#verify'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'kombu',
  language: 'python',
  reference: 'https://docs.celeryq.dev/projects/kombu/en/stable/reference',
  origin: 'read',
  resource: 'queue',
  instances: {
    Consumer: ['Connection#Consumer()'],
    Producer: ['Connection#Producer()'],
    SimpleQueue: ['Connection#SimpleBuffer()', 'Connection#SimpleQueue()'],
  },

  calls: [
    ['Consumer#purge',         'destroy',   'this', { unbounded: true }],
    ['Exchange#declare',       'write.set', 'this', { ensures: true }],
    ['Exchange#delete',        'destroy',   'this'],
    ['Exchange#publish',       'write.add', 'arg 0:message'],
    ['Producer#publish',       'write.add', 'arg 0:body'],
    ['Queue#declare',          'write.set', 'this', { ensures: true }],
    ['Queue#delete',           'destroy',   'this'],
    ['Queue#get',              'read',      'this'],
    ['Queue#purge',            'destroy',   'this', { unbounded: true }],
    ['SimpleQueue#clear',      'destroy',   'this', { unbounded: true }],
    ['SimpleQueue#get',        'read',      'this'],
    ['SimpleQueue#get_nowait', 'read',      'this'],
    ['SimpleQueue#put',        'write.add', 'arg 0:message'],
  ],

  harmless: ['*', 'Connection#*', 'Consumer#*', 'Exchange#*', 'Producer#*', 'Queue#*', 'SimpleQueue#*'],
});

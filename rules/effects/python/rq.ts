import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'rq',
  language: 'python',
  reference: 'https://python-rq.org/docs',
  origin: 'read',
  resource: 'queue',
  instances: {
    Job: [
      'Job.create()', 'Job.fetch()', 'Queue#create_job()', 'Queue#enqueue()', 'Queue#enqueue_at()', 'Queue#enqueue_call()',
      'Queue#enqueue_in()', 'Queue#fetch_job()',
    ],
  },

  calls: [
    ['Job#cancel',         'destroy',   'this'],
    ['Job#delete',         'destroy',   'this'],
    ['Job#get_status',     'read',      'this'],
    ['Job#latest_result',  'read',      'this'],
    ['Job#refresh',        'read',      'this'],
    ['Job#requeue',        'write.add', 'this'],
    ['Job#results',        'read',      'this'],
    ['Job#return_value',   'read',      'this'],
    ['Job#save',           'write.set', 'this'],
    ['Job#save_meta',      'write.set', 'this'],
    ['Job.exists',         'read',      'arg 0:job_id'],
    ['Job.fetch',          'read',      'arg 0:id'],
    ['Job.fetch_many',     'read',      'arg 0:job_ids'],
    ['Queue#delete',       'destroy',   'this',       { unbounded: true }],
    ['Queue#empty',        'destroy',   'this',       { unbounded: true }],
    ['Queue#enqueue',      'write.add', 'arg 0:f',    { key: 'arg :job_id' }],
    ['Queue#enqueue_at',   'write.add', 'arg 1:f',    { key: 'arg :job_id' }],
    ['Queue#enqueue_call', 'write.add', 'arg 0:func', { key: 'arg 9:job_id' }],
    ['Queue#enqueue_in',   'write.add', 'arg 1:func', { key: 'arg :job_id' }],
    ['Queue#enqueue_job',  'write.add', 'arg 0:job'],
    ['Queue#enqueue_many', 'write.add', 'arg 0:job_datas'],
    ['Queue#fetch_job',    'read',      'arg 0:job_id'],
    ['Queue#get_job_ids',  'read',      'this'],
    ['Queue#get_jobs',     'read',      'this'],
    ['Queue#is_empty',     'read',      'this'],
    ['Queue#remove',       'destroy',   'arg 0:job_or_id'],
    ['Queue#schedule_job', 'write.add', 'arg 0:job'],
  ],

  harmless: ['*', 'Job#*', 'Job.*', 'Queue#*', 'Queue.*'],
});

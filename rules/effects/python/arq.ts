import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'arq',
  language: 'python',
  reference: 'https://arq-docs.helpmanual.io',
  origin: 'read',
  resource: 'queue',
  instances: { ArqRedis: ['create_pool()'], Job: ['ArqRedis#enqueue_job()'] },

  lazy: ['*'],

  calls: [
    ['ArqRedis#all_job_results', 'read',      'this'],
    ['ArqRedis#enqueue_job',     'write.add', 'arg 0:function', { key: 'arg :_job_id' }],
    ['ArqRedis#queued_jobs',     'read',      'this'],
    ['Job#abort',                'destroy',   'this'],
    ['Job#info',                 'read',      'this'],
    ['Job#result',               'read',      'this'],
    ['Job#result_info',          'read',      'this'],
    ['Job#status',               'read',      'this'],
  ],

  harmless: ['*', 'ArqRedis#*', 'Job#*'],
});

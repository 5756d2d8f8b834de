import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'bullmq',
  language: 'typescript',
  reference: 'https://docs.bullmq.io',
  origin: 'read',
  resource: 'queue',
  instances: { Job: ['Job.fromId()', 'Queue#add()', 'Queue#getJob()'] },

  promises: ['*'],

  calls: [
    ['Job#getState',             'read',      'this'],
    ['Job#promote',              'write.set', 'this'],
    ['Job#remove',               'destroy',   'this'],
    ['Job#retry',                'write.add', 'this'],
    ['Job#updateData',           'write.set', 'arg 0'],
    ['Job#updateProgress',       'write.set', 'arg 0'],
    ['Queue#add',                'write.add', 'arg 0', { key: 'arg 2.jobId' }],
    ['Queue#addBulk',            'write.add', 'arg 0'],
    ['Queue#clean',              'destroy',   'arg 0'],
    ['Queue#drain',              'destroy',   'this'],
    ['Queue#getJob',             'read',      'arg 0'],
    ['Queue#getJobCounts',       'read',      'arg 0'],
    ['Queue#getJobs',            'read',      'arg 0'],
    ['Queue#obliterate',         'destroy',   'this',  { unbounded: true }],
    ['Queue#pause',              'write.set', 'this'],
    ['Queue#remove',             'destroy',   'arg 0'],
    ['Queue#resume',             'write.set', 'this'],
    ['Queue#upsertJobScheduler', 'write.set', 'arg 0'],
  ],

  harmless: ['Job.fromId', 'Queue#close', 'Queue#on', 'Queue#waitUntilReady', 'Worker#close', 'Worker#on'],
});

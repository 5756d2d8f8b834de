import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'agenda',
  language: 'typescript',
  reference: 'https://github.com/agenda/agenda',
  origin: 'read',
  resource: 'queue',
  default: 'Agenda',
  instances: { Job: ['Agenda#create()', 'Job#*()'] },

  calls: [
    ['Agenda#cancel',          'destroy',   'arg 0'],
    ['Agenda#cancelAll',       'destroy',   'this',  { unbounded: true }],
    ['Agenda#clearLogs',       'destroy',   'arg 0'],
    ['Agenda#disable',         'write.set', 'arg 0'],
    ['Agenda#enable',          'write.set', 'arg 0'],
    ['Agenda#every',           'write.set', 'arg 0'],
    ['Agenda#getJobsOverview', 'read',      'this'],
    ['Agenda#getLogs',         'read',      'arg 0'],
    ['Agenda#getRunningStats', 'read',      'this'],
    ['Agenda#now',             'write.add', 'arg 0'],
    ['Agenda#nowDebounced',    'write.add', 'arg 0', { key: 'arg 2' }],
    ['Agenda#purge',           'destroy',   'this'],
    ['Agenda#queryJobs',       'read',      'arg 0'],
    ['Agenda#schedule',        'write.add', 'arg 1'],
    ['Job#disable',            'write.set', 'this'],
    ['Job#enable',             'write.set', 'this'],
    ['Job#isRunning',          'read',      'this'],
    ['Job#remove',             'destroy',   'this'],
    ['Job#run',                'write.add', 'this'],
    ['Job#save',               'write.add', 'this'],
  ],

  harmless: [
    'Agenda#create', 'Agenda#define', 'Agenda#drain', 'Agenda#maxConcurrency', 'Agenda#name', 'Agenda#on', 'Agenda#processEvery',
    'Agenda#start', 'Agenda#stop', 'Job#*',
  ],
});

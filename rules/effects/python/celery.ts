import { defineEffects } from '../../kit/index.js';

/** A task does what it does later, in another process: here it is a message. */
export default defineEffects({
  library: 'celery',
  language: 'python',
  reference: 'https://docs.celeryq.dev/en/stable/reference',
  origin: 'read',
  resource: 'queue',
  extends: { AsyncResult: 'Result', EagerResult: 'Result', GroupResult: 'Result', ResultSet: 'Result' },
  instances: {
    Result: [
      'Celery#AsyncResult()', 'Celery#send_task()', 'Signature#apply_async()', 'Signature#delay()', 'Task#AsyncResult()',
      'Task#apply_async()', 'Task#delay()',
    ],
    Signature: [
      'Celery#signature()', 'Signature#*()', 'Task#s()', 'Task#si()', 'Task#signature()', 'chain()', 'chord()', 'group()', 'signature()',
    ],
    Task: ['Celery#register_task()', 'Celery#task()', 'Celery#tasks.*', 'Task#()', 'shared_task()'],
  },

  calls: [
    ['Celery#control.broadcast', 'exec',      'arg 0:command'],
    ['Celery#control.inspect',   'read',      'args'],
    ['Celery#control.ping',      'read',      'this'],
    ['Celery#control.purge',     'destroy',   'this',       { unbounded: true }],
    ['Celery#control.revoke',    'destroy',   'arg 0:task_id'],
    ['Celery#control.shutdown',  'exec',      'this'],
    ['Celery#control.terminate', 'destroy',   'arg 0:task_id'],
    ['Celery#send_task',         'write.add', 'arg 0:name', { key: 'arg 5:task_id' }],
    ['Result#collect',           'read',      'this'],
    ['Result#failed',            'read',      'this'],
    ['Result#forget',            'destroy',   'this'],
    ['Result#get',               'read',      'this'],
    ['Result#ready',             'read',      'this'],
    ['Result#revoke',            'destroy',   'this'],
    ['Result#successful',        'read',      'this'],
    ['Signature#apply_async',    'write.add', 'args'],
    ['Signature#delay',          'write.add', 'args'],
    ['Task#apply_async',         'write.add', 'args',       { key: 'arg 2:task_id' }],
    ['Task#delay',               'write.add', 'arg 0:args'],
    ['Task#retry',               'write.add', 'args'],
    ['Task#send_event',          'write.add', 'arg 0:type_'],
    ['Task#update_state',        'write.set', 'arg 0:task_id'],
  ],

  harmless: ['*', 'Celery#*', 'Celery#conf.*', 'Result#*', 'Signature#*', 'Task#*'],
});

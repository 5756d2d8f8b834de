import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'node-cron',
  language: 'typescript',
  reference: 'https://nodecron.com',
  origin: 'read',
  resource: 'memory',
  instances: { ScheduledTask: ['createTask()', 'schedule()'] },

  calls: [
    ['ScheduledTask#destroy', 'destroy',   'this'],
    ['ScheduledTask#execute', 'write.add', 'this'],
    ['ScheduledTask#start',   'write.set', 'this'],
    ['ScheduledTask#stop',    'write.set', 'this'],
    ['schedule',              'write.add', 'arg 0'],
    ['shutdown',              'write.set', 'this'],
  ],

  harmless: [
    'ScheduledTask#get*', 'ScheduledTask#isBusy', 'ScheduledTask#lastRun', 'ScheduledTask#match', 'ScheduledTask#msToNext',
    'ScheduledTask#off', 'ScheduledTask#on', 'ScheduledTask#once', 'ScheduledTask#ref', 'ScheduledTask#runsLeft', 'ScheduledTask#unref',
    'createTask', 'getTask', 'getTasks', 'parse', 'setLogger', 'setRunCoordinator', 'solvePath', 'validate', 'validateDetailed',
  ],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'pm2',
  language: 'typescript',
  reference: 'https://pm2.keymetrics.io/docs/usage/pm2-api/',
  origin: 'read',
  resource: 'process',

  calls: [
    ['delete',                  'destroy',   'arg 0'],
    ['describe',                'read',      'arg 0'],
    ['dump',                    'write.set', 'this'],
    ['env',                     'read',      'arg 0'],
    ['flush',                   'destroy',   'arg 0'],
    ['get',                     'read',      'arg 0'],
    ['getPID',                  'read',      'arg 0'],
    ['install',                 'exec',      'arg 0'],
    ['killDaemon',              'destroy',   'this'],
    ['list',                    'read',      'this'],
    ['multiset',                'write.set', 'arg 0'],
    ['reload',                  'write.set', 'arg 0'],
    ['reloadLogs',              'write.set', 'this'],
    ['restart',                 'write.set', 'arg 0'],
    ['sendDataToProcessId',     'write.add', 'arg 0'],
    ['sendLineToStdin',         'exec',      'arg 1'],
    ['sendSignalToProcessName', 'exec',      'arg 0'],
    ['serve',                   'write.add', 'arg 0'],
    ['set',                     'write.set', 'arg 0'],
    ['start',                   'write.add', 'arg 0'],
    ['startup',                 'write.set', 'arg 0'],
    ['stop',                    'write.set', 'arg 0'],
    ['trigger',                 'exec',      'arg 1'],
    ['uninstall',               'destroy',   'arg 0'],
    ['unset',                   'destroy',   'arg 0'],
  ],

  harmless: ['connect', 'disconnect', 'launchBus'],
});

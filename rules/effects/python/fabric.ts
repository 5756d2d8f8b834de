import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'fabric',
  language: 'python',
  reference: 'https://docs.fabfile.org/en/latest/',
  origin: 'read',
  resource: 'process',
  openWorld: true,
  instances: {
    Group: ['Group.from_connections()', 'SerialGroup.from_connections()', 'ThreadingGroup.from_connections()'],
    'paramiko: SFTPClient': ['Connection#sftp()'],
    'paramiko: SSHClient': ['Connection#client'],
  },
  extends: { SerialGroup: 'Group', ThreadingGroup: 'Group' },

  calls: [
    ['Connection#get',        'write.set', 'arg 1:local',   { resource: 'filesystem', openWorld: false }],
    ['Connection#local',      'shell',     'arg 0:command', { openWorld: false }],
    ['Connection#put',        'write.set', 'arg 1:remote',  { resource: 'filesystem' }],
    ['Connection#run',        'shell',     'arg 0:command'],
    ['Connection#shell',      'exec',      'this'],
    ['Connection#sudo',       'shell',     'arg 0:command'],
    ['Group#get',             'write.set', 'arg 1:local',   { resource: 'filesystem', openWorld: false }],
    ['Group#put',             'write.set', 'arg 1:remote',  { resource: 'filesystem' }],
    ['Group#run',             'shell',     'arg 0:command'],
    ['Group#sudo',            'shell',     'arg 0:command'],
    ['transfer.Transfer#get', 'write.set', 'arg 1:local',   { resource: 'filesystem', openWorld: false }],
    ['transfer.Transfer#put', 'write.set', 'arg 1:remote',  { resource: 'filesystem' }],
  ],

  harmless: [
    'Config', 'Config#*', 'Connection#*', 'Group#*', 'Group.*', 'Result#*', 'SerialGroup', 'ThreadingGroup', 'task',
    'transfer.Transfer#*',
  ],
});

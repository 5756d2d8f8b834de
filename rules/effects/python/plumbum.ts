import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'plumbum',
  language: 'python',
  reference: 'https://plumbum.readthedocs.io/en/latest/',
  origin: 'read',
  resource: 'filesystem',
  instances: {
    BaseRemoteMachine: ['PuttyMachine()', 'SshMachine()', 'machines.paramiko_machine.ParamikoMachine()'],
    Path: ['BaseRemoteMachine#path()', 'Path#copy()', 'Path#dirname', 'Path#glob().0', 'Path#iterdir().0', 'Path#join()', 'Path#list().0', 'Path#parent', 'Path#walk().0', 'Path#with_name()', 'Path#with_suffix()', 'local.path()'],
    'io: TextIOWrapper': ['Path#open()'],
  },
  extends: { LocalPath: 'Path', LocalWorkdir: 'Path', RemotePath: 'Path' },

  calls: [
    ['BaseRemoteMachine#download', 'write.set', 'arg 1:dst'],
    ['BaseRemoteMachine#popen',    'argv',      'arg 0:args', { resource: 'process', openWorld: true }],
    ['BaseRemoteMachine#upload',   'write.set', 'arg 1:dst',  { openWorld: true }],
    ['Path#chmod',                 'write.set', 'this',       { attributes: true }],
    ['Path#chown',                 'write.set', 'this',       { attributes: true }],
    ['Path#copy',                  'write.set', 'arg 0:dst'],
    ['Path#delete',                'destroy',   'this'],
    ['Path#glob',                  'read',      'this'],
    ['Path#iterdir',               'read',      'this'],
    ['Path#link',                  'write.add', 'arg 0:dst',  { exclusive: true }],
    ['Path#list',                  'read',      'this'],
    ['Path#mkdir',                 'write.set', 'this',       { ensures: true }],
    ['Path#move',                  'write.set', 'this',       { moves: 'arg 0:dst' }],
    ['Path#open',                  'write.add', 'this',       { if: 'arg 0:mode = a|ab|a+' }],
    ['Path#open',                  'write.set', 'this',       { if: 'arg 0:mode = w|wb|w+|r+|rb+|x|xb' }],
    ['Path#open',                  'read',      'this'],
    ['Path#read',                  'read',      'this'],
    ['Path#rename',                'write.set', 'this',       { moves: 'arg 0:newname' }],
    ['Path#symlink',               'write.add', 'arg 0:dst',  { exclusive: true }],
    ['Path#touch',                 'write.set', 'this',       { ensures: true }],
    ['Path#unlink',                'destroy',   'this'],
    ['Path#walk',                  'read',      'this'],
    ['Path#write',                 'write.set', 'this'],
    ['path.utils.copy',            'write.set', 'arg 1:dst'],
    ['path.utils.delete',          'destroy',   'arg 0'],
    ['path.utils.move',            'write.set', 'arg 0:src',  { moves: 'arg 1:dst' }],
  ],

  harmless: [
    'BaseRemoteMachine#*', 'Path#*', 'cli.*', 'colors.*', 'local.as_root', 'local.as_user', 'local.cwd', 'local.env.*', 'local.path',
    'local.tempdir', 'local.which',
  ],
});

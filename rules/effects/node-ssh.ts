import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'node-ssh',
  language: 'typescript',
  reference: 'https://github.com/steelbrain/node-ssh',
  origin: 'read',
  resource: 'process',
  openWorld: true,
  instances: { NodeSSH: ['NodeSSH#connect()'], 'ssh2: SFTPWrapper': ['NodeSSH#requestSFTP()', 'NodeSSH#withSFTP(0)'] },

  promises: ['*'],

  calls: [
    ['NodeSSH#exec',         'argv',      'arg 0', { args: 'arg 1' }],
    ['NodeSSH#execCommand',  'shell',     'arg 0'],
    ['NodeSSH#getDirectory', 'write.set', 'arg 0', { resource: 'filesystem' }],
    ['NodeSSH#getFile',      'write.set', 'arg 0', { resource: 'filesystem' }],
    ['NodeSSH#mkdir',        'write.set', 'arg 0', { ensures: true, resource: 'filesystem' }],
    ['NodeSSH#putDirectory', 'write.set', 'arg 1', { resource: 'filesystem' }],
    ['NodeSSH#putFile',      'write.set', 'arg 1', { resource: 'filesystem' }],
    ['NodeSSH#putFiles',     'write.set', 'arg 0', { resource: 'filesystem' }],
    ['NodeSSH#requestShell', 'exec',      'this'],
    ['NodeSSH#withShell',    'exec',      'this'],
  ],

  harmless: ['NodeSSH#*'],
});

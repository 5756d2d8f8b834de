import { defineEffects } from '../kit/index.js';

/**
 * Whatever runs there runs in a machine that is thrown away.
 */
export default defineEffects({
  library: 'e2b',
  language: 'typescript',
  reference: 'https://e2b.dev/docs',
  origin: 'read',
  resource: 'process',
  openWorld: true,
  modules: ['@e2b/code-interpreter'],
  default: 'Sandbox',
  instances: {
    CommandHandle: ['Sandbox#commands.connect()', 'Sandbox#commands.run()', 'Sandbox#pty.connect()', 'Sandbox#pty.create()'],
    Sandbox: ['Sandbox#connect()', 'Sandbox.connect()', 'Sandbox.create()'],
  },

  promises: ['*'],

  calls: [
    ['CommandHandle#kill',         'destroy',   'this'],
    ['Sandbox#commands.kill',      'destroy',   'arg 0'],
    ['Sandbox#commands.list',      'read',      'this'],
    ['Sandbox#commands.run',       'shell',     'arg 0'],
    ['Sandbox#commands.sendStdin', 'exec',      'arg 1'],
    ['Sandbox#createCodeContext',  'write.add', 'arg 0'],
    ['Sandbox#createSnapshot',     'write.add', 'arg 0'],
    ['Sandbox#files.exists',       'read',      'arg 0', { resource: 'filesystem' }],
    ['Sandbox#files.getInfo',      'read',      'arg 0', { resource: 'filesystem' }],
    ['Sandbox#files.list',         'read',      'arg 0', { resource: 'filesystem' }],
    ['Sandbox#files.makeDir',      'write.set', 'arg 0', { ensures: true, resource: 'filesystem' }],
    ['Sandbox#files.read',         'read',      'arg 0', { resource: 'filesystem' }],
    ['Sandbox#files.remove',       'destroy',   'arg 0', { resource: 'filesystem' }],
    ['Sandbox#files.rename',       'write.set', 'arg 0', { moves: 'arg 1', resource: 'filesystem' }],
    ['Sandbox#files.write*',       'write.set', 'arg 0', { resource: 'filesystem' }],
    ['Sandbox#getInfo',            'read',      'this'],
    ['Sandbox#getMetrics',         'read',      'this'],
    ['Sandbox#git.branches',       'read',      'arg 0'],
    ['Sandbox#git.clone',          'write.add', 'arg 0'],
    ['Sandbox#git.push',           'external',  'arg 0', { resource: 'code-host' }],
    ['Sandbox#git.status',         'read',      'arg 0'],
    ['Sandbox#isRunning',          'read',      'this'],
    ['Sandbox#kill',               'destroy',   'this'],
    ['Sandbox#listCodeContexts',   'read',      'this'],
    ['Sandbox#pause',              'write.set', 'this'],
    ['Sandbox#pty.create',         'exec',      'arg 0'],
    ['Sandbox#pty.kill',           'destroy',   'arg 0'],
    ['Sandbox#pty.sendInput',      'exec',      'arg 1'],
    ['Sandbox#removeCodeContext',  'destroy',   'arg 0'],
    ['Sandbox#runCode',            'exec',      'arg 0'],
    ['Sandbox#setTimeout',         'write.set', 'arg 0'],
    ['Sandbox.create',             'write.add', 'arg 0'],
    ['Sandbox.get*',               'read',      'arg 0'],
    ['Sandbox.kill',               'destroy',   'arg 0'],
    ['Sandbox.list',               'read',      'arg 0'],
    ['Sandbox.pause',              'write.set', 'arg 0'],
    ['Sandbox.setTimeout',         'write.set', 'arg 0'],
  ],

  harmless: [
    'CommandHandle#disconnect', 'CommandHandle#wait', 'Sandbox#commands.connect', 'Sandbox#connect', 'Sandbox#downloadUrl',
    'Sandbox#files.watchDir', 'Sandbox#getHost', 'Sandbox#pty.connect', 'Sandbox#uploadUrl', 'Sandbox.connect',
  ],
});

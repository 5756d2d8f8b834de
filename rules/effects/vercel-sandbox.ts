import { defineEffects } from '../kit/index.js';

/**
 * Whatever runs there runs in a machine that is thrown away.
 */
export default defineEffects({
  library: '@vercel/sandbox',
  language: 'typescript',
  reference: 'https://vercel.com/docs/vercel-sandbox/sdk-reference',
  origin: 'read',
  resource: 'process',
  openWorld: true,
  instances: {
    Command: ['Sandbox#getCommand()', 'Sandbox#runCommand()'],
    Sandbox: ['Sandbox.create()', 'Sandbox.get()', 'Sandbox.getOrCreate()'],
  },

  calls: [
    ['Command#kill',            'destroy',   'this'],
    ['Command#logs',            'read',      'this'],
    ['Command#output',          'read',      'arg 0'],
    ['Command#std*',            'read',      'this'],
    ['Sandbox#delete',          'destroy',   'arg 0'],
    ['Sandbox#downloadFile',    'write.set', 'arg 1', { resource: 'filesystem' }],
    ['Sandbox#extendTimeout',   'write.set', 'arg 0', { relative: true }],
    ['Sandbox#fs.append*',      'write.add', 'arg 0', { resource: 'filesystem' }],
    ['Sandbox#fs.copyFile',     'write.set', 'arg 1', { resource: 'filesystem' }],
    ['Sandbox#fs.exists',       'read',      'arg 0', { resource: 'filesystem' }],
    ['Sandbox#fs.mkdir',        'write.set', 'arg 0', { ensures: true, resource: 'filesystem' }],
    ['Sandbox#fs.read*',        'read',      'arg 0', { resource: 'filesystem' }],
    ['Sandbox#fs.rename',       'write.set', 'arg 0', { moves: 'arg 1', resource: 'filesystem' }],
    ['Sandbox#fs.rm*',          'destroy',   'arg 0', { resource: 'filesystem' }],
    ['Sandbox#fs.stat',         'read',      'arg 0', { resource: 'filesystem' }],
    ['Sandbox#fs.unlink',       'destroy',   'arg 0', { resource: 'filesystem' }],
    ['Sandbox#fs.writeFile',    'write.set', 'arg 0', { resource: 'filesystem' }],
    ['Sandbox#list*',           'read',      'arg 0'],
    ['Sandbox#mkDir',           'write.add', 'arg 0', { exclusive: true, resource: 'filesystem' }],
    ['Sandbox#openInteractive', 'exec',      'arg 0'],
    ['Sandbox#readFile*',       'read',      'arg 0', { resource: 'filesystem' }],
    ['Sandbox#runCommand',      'argv',      'arg 0', { args: 'arg 1' }],
    ['Sandbox#snapshot',        'write.add', 'arg 0'],
    ['Sandbox#stop',            'destroy',   'arg 0'],
    ['Sandbox#update*',         'write.set', 'arg 0'],
    ['Sandbox#writeFiles',      'write.set', 'arg 0', { resource: 'filesystem' }],
    ['Sandbox.create',          'write.add', 'arg 0'],
    ['Sandbox.getOrCreate',     'write.add', 'arg 0', { ensures: true }],
    ['Sandbox.list',            'read',      'arg 0'],
  ],

  harmless: ['Command#wait', 'Sandbox#domain', 'Sandbox#getCommand', 'Sandbox.get'],
});

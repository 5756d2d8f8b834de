import { defineEffects } from '../kit/index.js';

/** The runtime of that name: its module, and its global `Bun`. */
export default defineEffects({
  library: 'bun',
  language: 'typescript',
  reference: 'https://bun.com/docs/runtime/child-process, https://bun.com/docs/runtime/file-io, https://bun.com/docs/runtime/shell',
  origin: 'read',
  resource: 'filesystem',

  instances: { BunFile: ['file()'], 'node:child_process: ChildProcess': ['spawn()'] },

  calls: [
    ['BunFile#arrayBuffer', 'read',      'this.arg 0'],
    ['BunFile#bytes',       'read',      'this.arg 0'],
    ['BunFile#delete',      'destroy',   'this.arg 0'],
    ['BunFile#exists',      'read',      'this.arg 0'],
    ['BunFile#json',        'read',      'this.arg 0'],
    ['BunFile#stat',        'read',      'this.arg 0'],
    ['BunFile#text',        'read',      'this.arg 0'],
    ['BunFile#unlink',      'destroy',   'this.arg 0'],
    ['BunFile#write',       'write.set', 'this.arg 0'],
    ['spawn',               'argv',      'arg 0.cmd', { if: 'arg 0.cmd present', resource: 'process' }],
    ['spawn',               'argv',      'arg 0',     { resource: 'process' }],
    ['spawnSync',           'argv',      'arg 0.cmd', { if: 'arg 0.cmd present', resource: 'process' }],
    ['spawnSync',           'argv',      'arg 0',     { resource: 'process' }],
    ['write',               'write.set', 'arg 0'],
  ],

  harmless: [
    'BunFile#*', 'CryptoHasher#*', 'Glob#*', 'deepEquals', 'deepMatch', 'escapeHTML', 'file', 'fileURLToPath', 'hash', 'inspect', 'nanoseconds',
    'pathToFileURL', 'sleep', 'sleepSync', 'stringWidth', 'which',
  ],
  fresh: ['randomUUIDv7'],
});

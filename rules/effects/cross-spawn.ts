import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'cross-spawn',
  language: 'typescript',
  reference: 'https://github.com/moxystudio/node-cross-spawn',
  origin: 'read',
  resource: 'process',
  default: 'crossSpawn',

  instances: { 'node:child_process: ChildProcess': ['crossSpawn()'] },

  calls: [
    ['crossSpawn',      'argv',  'arg 0', { if: 'arg 2 absent', args: 'arg 1' }],
    ['crossSpawn',      'shell', 'arg 0', { if: 'arg 2.shell = true|/bin/bash|/bin/sh|bash|cmd.exe|powershell.exe|sh', args: 'arg 1' }],
    ['crossSpawn',      'argv',  'arg 0', { args: 'arg 1' }],
    ['crossSpawn.sync', 'argv',  'arg 0', { if: 'arg 2 absent', args: 'arg 1' }],
    ['crossSpawn.sync', 'shell', 'arg 0', { if: 'arg 2.shell = true|/bin/bash|/bin/sh|bash|cmd.exe|powershell.exe|sh', args: 'arg 1' }],
    ['crossSpawn.sync', 'argv',  'arg 0', { args: 'arg 1' }],
  ],

  harmless: [],
});

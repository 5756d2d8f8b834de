import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'node:child_process',
  language: 'typescript',
  reference: 'https://nodejs.org/api/child_process.html',
  origin: 'read',
  resource: 'process',

  instances: { ChildProcess: ['exec()', 'execFile()', 'fork()', 'spawn()'] },
  extends: { ChildProcessWithoutNullStreams: 'ChildProcess' },

  answers: [{ callees: ['spawnSync'], kind: 'code', tells: ['status', 'error', 'signal'] }],

  calls: [
    ['ChildProcess#kill',        'destroy', 'this', { ends: true }],
    ['ChildProcess#stdin.end',   'exec',    'arg 0', { if: 'arg 0 present' }],
    ['ChildProcess#stdin.end',   'read',    'this'],
    ['ChildProcess#stdin.write', 'exec',    'arg 0'],
    ['exec',         'shell', 'arg 0'],
    ['execFile',     'argv',  'arg 0', { if: 'arg 2 absent', args: 'arg 1' }],
    ['execFile',     'shell', 'arg 0', { if: 'arg 2.shell = true|/bin/bash|/bin/sh|bash|cmd.exe|powershell.exe|sh', args: 'arg 1' }],
    ['execFile',     'argv',  'arg 0', { args: 'arg 1' }],
    ['execFileSync', 'argv',  'arg 0', { if: 'arg 2 absent', args: 'arg 1' }],
    ['execFileSync', 'shell', 'arg 0', { if: 'arg 2.shell = true|/bin/bash|/bin/sh|bash|cmd.exe|powershell.exe|sh', args: 'arg 1' }],
    ['execFileSync', 'argv',  'arg 0', { args: 'arg 1' }],
    ['execSync',     'shell', 'arg 0'],
    ['fork',         'exec',  'arg 0'],
    ['spawn',        'argv',  'arg 0', { if: 'arg 2 absent', args: 'arg 1' }],
    ['spawn',        'shell', 'arg 0', { if: 'arg 2.shell = true|/bin/bash|/bin/sh|bash|cmd.exe|powershell.exe|sh', args: 'arg 1' }],
    ['spawn',        'argv',  'arg 0', { args: 'arg 1' }],
    ['spawnSync',    'argv',  'arg 0', { if: 'arg 2 absent', args: 'arg 1' }],
    ['spawnSync',    'shell', 'arg 0', { if: 'arg 2.shell = true|/bin/bash|/bin/sh|bash|cmd.exe|powershell.exe|sh', args: 'arg 1' }],
    ['spawnSync',    'argv',  'arg 0', { args: 'arg 1' }],
  ],

  harmless: ['ChildProcess#*', 'ChildProcess#stderr.*', 'ChildProcess#stdin.*', 'ChildProcess#stdout.*'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'subprocess',
  language: 'python',
  reference: 'https://docs.python.org/3/library/subprocess.html',
  origin: 'read',
  resource: 'process',

  waits: {
    options: ['timeout'],
    at: { call: 'arg :timeout', check_call: 'arg :timeout', check_output: 'arg :timeout', run: 'arg :timeout' },
    give: 30,
  },

  answers: [
    { callees: ['run'], kind: 'code', tells: ['returncode', 'check_returncode'], option: 'check' },
    { callees: ['call'], kind: 'code', tells: ['returncode'], itself: true },
  ],

  calls: [
    ['Popen',                  'shell',   'arg 0:args', { if: 'arg 8:shell = true' }],
    ['Popen',                  'argv',    'arg 0:args'],
    ['Popen#kill',             'destroy', 'this', { ends: true }],
    ['Popen#send_signal',      'destroy', 'this', { ends: true }],
    ['Popen#stdin.write',      'exec',    'arg 0:data'],
    ['Popen#stdin.writelines', 'exec',    'arg 0:lines'],
    ['Popen#terminate',        'destroy', 'this', { ends: true }],
    ['call',                   'shell',   'arg 0:args', { if: 'arg 8:shell = true' }],
    ['call',                   'argv',    'arg 0:args'],
    ['check_call',             'shell',   'arg 0:args', { if: 'arg 8:shell = true' }],
    ['check_call',             'argv',    'arg 0:args'],
    ['check_output',           'shell',   'arg 0:args', { if: 'arg 8:shell = true' }],
    ['check_output',           'argv',    'arg 0:args'],
    ['getoutput',              'shell',   'arg 0:cmd'],
    ['getstatusoutput',        'shell',   'arg 0:cmd'],
    ['run',                    'shell',   'arg 0:args', { if: 'arg 8:shell = true' }],
    ['run',                    'argv',    'arg 0:args'],
  ],

  harmless: [
    'CompletedProcess', 'CompletedProcess#*', 'Popen#*', 'Popen#stderr.*', 'Popen#stdin.*', 'Popen#stdout.*', 'STARTUPINFO',
    'STARTUPINFO#*', 'list2cmdline',
  ],
});

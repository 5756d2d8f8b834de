import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'pexpect',
  language: 'python',
  reference: 'https://pexpect.readthedocs.io/en/stable/',
  origin: 'read',
  resource: 'process',
  instances: { 'replwrap.REPLWrapper': ['replwrap.bash()', 'replwrap.python()', 'replwrap.zsh()'] },
  extends: { 'fdpexpect.fdspawn': 'spawn', 'popen_spawn.PopenSpawn': 'spawn', 'pxssh.pxssh': 'spawn', spawnu: 'spawn' },

  calls: [
    ['popen_spawn.PopenSpawn',           'shell',   'arg 0:cmd'],
    ['replwrap.REPLWrapper',             'shell',   'arg 0:cmd_or_spawn'],
    ['replwrap.REPLWrapper#run_command', 'exec',    'arg 0:command'],
    ['run',                              'shell',   'arg 0:command'],
    ['runu',                             'shell',   'arg 0:command'],
    ['spawn',                            'argv',    'arg 0:command', { if: 'arg 1:args present', args: 'arg 1:args' }],
    ['spawn',                            'shell',   'arg 0:command'],
    ['spawn#kill',                       'destroy', 'this'],
    ['spawn#send',                       'exec',    'arg 0:s'],
    ['spawn#sendline',                   'exec',    'arg 0:s'],
    ['spawn#terminate',                  'destroy', 'this'],
    ['spawn#write',                      'exec',    'arg 0:s'],
    ['spawn#writelines',                 'exec',    'arg 0:sequence'],
    ['spawnu',                           'shell',   'arg 0:command'],
  ],

  harmless: [
    'is_executable_file', 'replwrap.REPLWrapper#*', 'replwrap.bash', 'replwrap.python', 'replwrap.zsh', 'spawn#*', 'split_command_line',
    'which',
  ],
});

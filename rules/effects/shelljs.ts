import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'shelljs',
  language: 'typescript',
  reference: 'https://github.com/shelljs/shelljs',
  origin: 'read',
  resource: 'filesystem',
  modules: ['shelljs/global'],

  calls: [
    ['cat',   'read',      'arg 0'],
    ['chmod', 'write.set', 'arg 1', { attributes: true }],
    ['cp',    'write.set', 'arg 1'],
    ['exec',  'shell',     'arg 0'],
    ['find',  'read',      'arg 0'],
    ['grep',  'read',      'arg 0'],
    ['head',  'read',      'arg 0'],
    ['ln',    'write.set', 'arg 1'],
    ['ls',    'read',      'arg 0'],
    ['mkdir', 'write.set', 'arg 0', { if: 'arg 0 = -p', ensures: true }],
    ['mkdir', 'write.add', 'arg 0', { exclusive: true }],
    ['mv',    'write.set', 'arg 1'],
    ['rm',    'destroy',   'arg 1', { if: 'arg 0 = -f|-r|-rf|-R|-Rf|-fr' }],
    ['rm',    'destroy',   'arg 0'],
    ['sed',   'write.set', 'arg 3', { if: 'arg 0 = -i' }],
    ['sed',   'read',      'arg 2'],
    ['sort',  'read',      'arg 0'],
    ['tail',  'read',      'arg 0'],
    ['test',  'read',      'arg 1'],
    ['touch', 'write.set', 'arg 0', { ensures: true }],
    ['uniq',  'read',      'arg 0'],
    ['which', 'read',      'arg 0'],
  ],

  harmless: ['ShellString#*', 'cd', 'config.*', 'dirs', 'echo', 'error', 'exit', 'popd', 'pushd', 'pwd', 'set', 'tempdir'],
});

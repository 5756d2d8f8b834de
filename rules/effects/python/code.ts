import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'code',
  language: 'python',
  reference: 'https://docs.python.org/3/library/code.html',
  origin: 'read',
  resource: 'process',
  extends: { InteractiveConsole: 'InteractiveInterpreter' },

  calls: [
    ['InteractiveConsole#push',          'exec', 'arg 0:line', { code: true }],
    ['InteractiveInterpreter#runcode',   'exec', 'arg 0:code', { code: true }],
    ['InteractiveInterpreter#runsource', 'exec', 'arg 0:source', { code: true }],
  ],

  harmless: ['InteractiveConsole#*', 'InteractiveInterpreter#*', 'compile_command', 'interact'],
});

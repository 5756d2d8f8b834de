import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'click',
  language: 'python',
  reference: 'https://click.palletsprojects.com/en/stable/api/',
  origin: 'read',
  resource: 'process',
  instances: { 'io: TextIOWrapper': ['open_file()'] },

  calls: [
    ['launch',    'read',      'arg 0:url',      { resource: 'browser' }],
    ['open_file', 'write.add', 'arg 0:filename', { if: 'arg 1:mode = a|ab|at|a+|ab+|a+b|at+|a+t|ba', resource: 'filesystem' }],
    ['open_file', 'write.add', 'arg 0:filename', { if: 'arg 1:mode = x|xb|xt|x+|xb+|x+b|xt+|x+t|bx', resource: 'filesystem', exclusive: true }],
    ['open_file', 'read',      'arg 0:filename', { if: 'arg 1:mode = r|rb|rt|br|tr', resource: 'filesystem' }],
    ['open_file', 'read',      'arg 0:filename', { if: 'arg 1:mode absent', resource: 'filesystem' }],
    ['open_file', 'write.set', 'arg 0:filename', { resource: 'filesystem' }],
  ],

  harmless: ['*'],
  asks: ['confirm', 'getchar', 'pause', 'prompt'],
});

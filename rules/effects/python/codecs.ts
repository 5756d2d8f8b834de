import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'codecs',
  language: 'python',
  reference: 'https://docs.python.org/3/library/codecs.html',
  origin: 'read',
  resource: 'filesystem',
  instances: { 'io: TextIOWrapper': ['open()'] },

  calls: [
    ['open', 'write.add', 'arg 0:filename', { if: 'arg 1:mode = a|ab|at|a+|ab+|a+b|at+|a+t|ba' }],
    ['open', 'write.add', 'arg 0:filename', { if: 'arg 1:mode = x|xb|xt|x+|xb+|x+b|xt+|x+t|bx', exclusive: true }],
    ['open', 'read',      'arg 0:filename', { if: 'arg 1:mode = r|rb|rt|br|tr' }],
    ['open', 'read',      'arg 0:filename', { if: 'arg 1:mode absent' }],
    ['open', 'write.set', 'arg 0:filename'],
  ],

  harmless: ['*'],
});

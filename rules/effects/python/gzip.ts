import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'gzip',
  language: 'python',
  reference: 'https://docs.python.org/3/library/gzip.html',
  origin: 'read',
  resource: 'filesystem',
  instances: { 'io: TextIOWrapper': ['open()'] },

  calls: [
    ['GzipFile', 'read',      'arg 3:fileobj',  { if: 'arg 3:fileobj present' }],
    ['GzipFile', 'write.add', 'arg 0:filename', { if: 'arg 1:mode = a|ab|at' }],
    ['GzipFile', 'write.add', 'arg 0:filename', { if: 'arg 1:mode = x|xb|xt', exclusive: true }],
    ['GzipFile', 'write.set', 'arg 0:filename', { if: 'arg 1:mode = w|wb|wt' }],
    ['GzipFile', 'read',      'arg 0:filename'],
    ['open',     'write.add', 'arg 0:filename', { if: 'arg 1:mode = a|ab|at' }],
    ['open',     'write.add', 'arg 0:filename', { if: 'arg 1:mode = x|xb|xt', exclusive: true }],
    ['open',     'write.set', 'arg 0:filename', { if: 'arg 1:mode = w|wb|wt' }],
    ['open',     'read',      'arg 0:filename'],
  ],

  harmless: ['GzipFile#*', 'compress', 'decompress'],
});

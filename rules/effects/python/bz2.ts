import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'bz2',
  language: 'python',
  reference: 'https://docs.python.org/3/library/bz2.html',
  origin: 'read',
  resource: 'filesystem',
  instances: { 'io: TextIOWrapper': ['open()'] },

  calls: [
    ['BZ2File', 'write.add', 'arg 0:filename', { if: 'arg 1:mode = a|ab|at' }],
    ['BZ2File', 'write.add', 'arg 0:filename', { if: 'arg 1:mode = x|xb|xt', exclusive: true }],
    ['BZ2File', 'write.set', 'arg 0:filename', { if: 'arg 1:mode = w|wb|wt' }],
    ['BZ2File', 'read',      'arg 0:filename'],
    ['open',    'write.add', 'arg 0:filename', { if: 'arg 1:mode = a|ab|at' }],
    ['open',    'write.add', 'arg 0:filename', { if: 'arg 1:mode = x|xb|xt', exclusive: true }],
    ['open',    'write.set', 'arg 0:filename', { if: 'arg 1:mode = w|wb|wt' }],
    ['open',    'read',      'arg 0:filename'],
  ],

  harmless: ['BZ2Compressor#*', 'BZ2Decompressor#*', 'BZ2File#*', 'compress', 'decompress'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'lzma',
  language: 'python',
  reference: 'https://docs.python.org/3/library/lzma.html',
  origin: 'read',
  resource: 'filesystem',
  instances: { 'io: TextIOWrapper': ['open()'] },

  calls: [
    ['LZMAFile', 'write.add', 'arg 0:filename', { if: 'arg 1:mode = a|ab|at' }],
    ['LZMAFile', 'write.add', 'arg 0:filename', { if: 'arg 1:mode = x|xb|xt', exclusive: true }],
    ['LZMAFile', 'write.set', 'arg 0:filename', { if: 'arg 1:mode = w|wb|wt' }],
    ['LZMAFile', 'read',      'arg 0:filename'],
    ['open',     'write.add', 'arg 0:filename', { if: 'arg 1:mode = a|ab|at' }],
    ['open',     'write.add', 'arg 0:filename', { if: 'arg 1:mode = x|xb|xt', exclusive: true }],
    ['open',     'write.set', 'arg 0:filename', { if: 'arg 1:mode = w|wb|wt' }],
    ['open',     'read',      'arg 0:filename'],
  ],

  harmless: ['LZMACompressor#*', 'LZMADecompressor#*', 'LZMAFile#*', 'compress', 'decompress', 'is_check_supported'],
});

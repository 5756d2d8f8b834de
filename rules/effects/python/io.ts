import { defineEffects } from '../../kit/index.js';

/** Opening a file says what is done to it; buffers in memory are data. */
export default defineEffects({
  library: 'io',
  language: 'python',
  reference: 'https://docs.python.org/3/library/io.html',
  origin: 'read',
  resource: 'filesystem',
  instances: { TextIOWrapper: ['open()', 'open_code()'] },
  extends: {
    BufferedIOBase: 'TextIOWrapper',
    BufferedRandom: 'TextIOWrapper',
    BufferedReader: 'TextIOWrapper',
    BufferedWriter: 'TextIOWrapper',
    IOBase: 'TextIOWrapper',
    RawIOBase: 'TextIOWrapper',
    TextIOBase: 'TextIOWrapper',
  },

  calls: [
    ['FileIO',    'write.add', 'arg 0:file', { if: 'arg 1:mode = a|ab|at|a+|ab+|a+b|at+|a+t|ba' }],
    ['FileIO',    'write.add', 'arg 0:file', { if: 'arg 1:mode = x|xb|xt|x+|xb+|x+b|xt+|x+t|bx', exclusive: true }],
    ['FileIO',    'read',      'arg 0:file', { if: 'arg 1:mode = r|rb|rt|br|tr' }],
    ['FileIO',    'read',      'arg 0:file', { if: 'arg 1:mode absent' }],
    ['FileIO',    'write.set', 'arg 0:file'],
    ['open',      'write.add', 'arg 0:file', { if: 'arg 1:mode = a|ab|at|a+|ab+|a+b|at+|a+t|ba' }],
    ['open',      'write.add', 'arg 0:file', { if: 'arg 1:mode = x|xb|xt|x+|xb+|x+b|xt+|x+t|bx', exclusive: true }],
    ['open',      'read',      'arg 0:file', { if: 'arg 1:mode = r|rb|rt|br|tr' }],
    ['open',      'read',      'arg 0:file', { if: 'arg 1:mode absent' }],
    ['open',      'write.set', 'arg 0:file'],
    ['open_code', 'read',      'arg 0:path'],
  ],

  harmless: [
    'BufferedRWPair', 'BufferedRandom', 'BufferedReader', 'BufferedWriter', 'BytesIO', 'BytesIO#*', 'FileIO#*',
    'IncrementalNewlineDecoder', 'IncrementalNewlineDecoder#*', 'StringIO', 'StringIO#*', 'TextIOWrapper', 'TextIOWrapper#*',
    'TextIOWrapper#buffer.*', 'text_encoding',
  ],
});

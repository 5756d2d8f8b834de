import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'zipfile',
  language: 'python',
  reference: 'https://docs.python.org/3/library/zipfile.html',
  origin: 'read',
  resource: 'filesystem',
  extends: { PyZipFile: 'ZipFile' },

  calls: [
    ['Path#read_bytes',    'read',      'this'],
    ['Path#read_text',     'read',      'this'],
    ['ZipFile',            'write.set', 'arg 0:file', { if: 'arg 1:mode = w' }],
    ['ZipFile',            'write.add', 'arg 0:file', { if: 'arg 1:mode = a' }],
    ['ZipFile',            'write.add', 'arg 0:file', { if: 'arg 1:mode = x', exclusive: true }],
    ['ZipFile',            'read',      'arg 0:file'],
    ['ZipFile#extract',    'write.set', 'arg 1:path'],
    ['ZipFile#extractall', 'write.set', 'arg 0:path'],
  ],

  harmless: ['Path', 'Path#*', 'ZipFile#*', 'ZipInfo', 'ZipInfo#*', 'ZipInfo.from_file', 'is_zipfile'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'tarfile',
  language: 'python',
  reference: 'https://docs.python.org/3/library/tarfile.html',
  origin: 'read',
  resource: 'filesystem',
  instances: { TarFile: ['TarFile.bz2open()', 'TarFile.gzopen()', 'TarFile.open()', 'TarFile.taropen()', 'TarFile.xzopen()', 'open()'] },

  calls: [
    ['TarFile',            'read',      'arg 2:fileobj', { if: 'arg 2:fileobj present' }],
    ['TarFile',            'write.set', 'arg 0:name',    { if: 'arg 1:mode = w|w:|w:gz|w:bz2|w:xz|w:zst' }],
    ['TarFile',            'write.add', 'arg 0:name',    { if: 'arg 1:mode = a|a:' }],
    ['TarFile',            'write.add', 'arg 0:name',    { if: 'arg 1:mode = x|x:|x:gz|x:bz2|x:xz|x:zst', exclusive: true }],
    ['TarFile',            'read',      'arg 0:name'],
    ['TarFile#extract',    'write.set', 'arg 1:path'],
    ['TarFile#extractall', 'write.set', 'arg 0:path'],
    ['TarFile.open',       'read',      'arg 2:fileobj', { if: 'arg 2:fileobj present' }],
    ['TarFile.open',       'write.set', 'arg 0:name',    { if: 'arg 1:mode = w|w:|w:gz|w:bz2|w:xz|w:zst' }],
    ['TarFile.open',       'write.add', 'arg 0:name',    { if: 'arg 1:mode = a|a:' }],
    ['TarFile.open',       'write.add', 'arg 0:name',    { if: 'arg 1:mode = x|x:|x:gz|x:bz2|x:xz|x:zst', exclusive: true }],
    ['TarFile.open',       'read',      'arg 0:name'],
    ['open',               'read',      'arg 2:fileobj', { if: 'arg 2:fileobj present' }],
    ['open',               'write.set', 'arg 0:name',    { if: 'arg 1:mode = w|w:|w:gz|w:bz2|w:xz|w:zst' }],
    ['open',               'write.add', 'arg 0:name',    { if: 'arg 1:mode = a|a:' }],
    ['open',               'write.add', 'arg 0:name',    { if: 'arg 1:mode = x|x:|x:gz|x:bz2|x:xz|x:zst', exclusive: true }],
    ['open',               'read',      'arg 0:name'],
  ],

  harmless: [
    'TarFile#*', 'TarInfo', 'TarInfo#*', 'TarInfo.frombuf', 'TarInfo.fromtarfile', 'data_filter', 'fully_trusted_filter', 'is_tarfile',
    'tar_filter',
  ],
});

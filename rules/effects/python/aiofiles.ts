import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'aiofiles',
  language: 'python',
  reference: 'https://github.com/Tinche/aiofiles',
  origin: 'read',
  resource: 'filesystem',
  instances: {
    'io: TextIOWrapper': ['open()', 'tempfile.NamedTemporaryFile()', 'tempfile.SpooledTemporaryFile()', 'tempfile.TemporaryFile()'],
  },

  lazy: ['*'],

  calls: [
    ['open',          'write.add', 'arg 0:file', { if: 'arg 1:mode = a|ab|at|a+|ab+|a+b|at+|a+t|ba' }],
    ['open',          'write.add', 'arg 0:file', { if: 'arg 1:mode = x|xb|xt|x+|xb+|x+b|xt+|x+t|bx', exclusive: true }],
    ['open',          'read',      'arg 0:file', { if: 'arg 1:mode = r|rb|rt|br|tr' }],
    ['open',          'read',      'arg 0:file', { if: 'arg 1:mode absent' }],
    ['open',          'write.set', 'arg 0:file'],
    ['os.link',       'write.add', 'arg 1:dst',  { exclusive: true }],
    ['os.listdir',    'read',      'arg 0:path'],
    ['os.makedirs',   'write.set', 'arg 0:name', { if: 'arg 2:exist_ok = true', ensures: true }],
    ['os.makedirs',   'write.add', 'arg 0:name', { exclusive: true }],
    ['os.mkdir',      'write.add', 'arg 0:path', { exclusive: true }],
    ['os.readlink',   'read',      'arg 0:path'],
    ['os.remove',     'destroy',   'arg 0:path'],
    ['os.removedirs', 'destroy',   'arg 0:name'],
    ['os.rename',     'write.set', 'arg 0:src',  { moves: 'arg 1:dst' }],
    ['os.renames',    'write.set', 'arg 0:old',  { moves: 'arg 1:new' }],
    ['os.replace',    'write.set', 'arg 0:src',  { moves: 'arg 1:dst' }],
    ['os.rmdir',      'destroy',   'arg 0:path'],
    ['os.scandir',    'read',      'arg 0:path'],
    ['os.sendfile',   'write.set', 'arg 0:out_fd'],
    ['os.symlink',    'write.add', 'arg 1:dst',  { exclusive: true }],
    ['os.unlink',     'destroy',   'arg 0:path'],
  ],

  harmless: [
    'os.access', 'os.getcwd', 'os.path.*', 'os.stat', 'os.statvfs', 'os.wrap', 'ospath.*', 'stderr.*', 'stdin.*', 'stdout.*',
    'tempfile.*',
  ],
});

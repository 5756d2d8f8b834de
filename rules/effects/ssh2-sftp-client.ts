import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'ssh2-sftp-client',
  language: 'typescript',
  reference: 'https://github.com/theophilusx/ssh2-sftp-client',
  origin: 'read',
  resource: 'filesystem',
  openWorld: true,
  default: 'Client',

  promises: ['*'],

  calls: [
    ['Client#append',            'write.add', 'arg 1'],
    ['Client#chmod',             'write.set', 'arg 0', { attributes: true }],
    ['Client#createReadStream',  'read',      'arg 0'],
    ['Client#createWriteStream', 'write.set', 'arg 0'],
    ['Client#cwd',               'read',      'this'],
    ['Client#delete',            'destroy',   'arg 0'],
    ['Client#downloadDir',       'write.set', 'arg 1'],
    ['Client#exists',            'read',      'arg 0'],
    ['Client#fastGet',           'write.set', 'arg 1'],
    ['Client#fastPut',           'write.set', 'arg 1'],
    ['Client#get',               'write.set', 'arg 1', { if: 'arg 1 present' }],
    ['Client#get',               'read',      'arg 0'],
    ['Client#list',              'read',      'arg 0'],
    ['Client#mkdir',             'write.set', 'arg 0', { ensures: true, if: 'arg 1 = true' }],
    ['Client#mkdir',             'write.add', 'arg 0', { exclusive: true }],
    ['Client#posixRename',       'write.set', 'arg 0', { moves: 'arg 1' }],
    ['Client#put',               'write.set', 'arg 1'],
    ['Client#rcopy',             'write.set', 'arg 1'],
    ['Client#realPath',          'read',      'arg 0'],
    ['Client#rename',            'write.set', 'arg 0', { moves: 'arg 1' }],
    ['Client#rmdir',             'destroy',   'arg 0'],
    ['Client#stat',              'read',      'arg 0'],
    ['Client#uploadDir',         'write.set', 'arg 1'],
  ],

  harmless: ['Client#connect', 'Client#end', 'Client#on', 'Client#removeListener'],
});

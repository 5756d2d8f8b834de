import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'basic-ftp',
  language: 'typescript',
  reference: 'https://github.com/patrickjuchli/basic-ftp',
  origin: 'read',
  resource: 'filesystem',
  openWorld: true,

  promises: ['*'],

  calls: [
    ['Client#append',            'write.add', 'arg 1'],
    ['Client#appendFrom',        'write.add', 'arg 1'],
    ['Client#clearWorkingDir',   'destroy',   'this',  { unbounded: true }],
    ['Client#download',          'write.set', 'arg 0', { openWorld: false }],
    ['Client#downloadDir',       'write.set', 'arg 0', { openWorld: false }],
    ['Client#downloadTo',        'write.set', 'arg 0', { openWorld: false }],
    ['Client#downloadToDir',     'write.set', 'arg 0', { openWorld: false }],
    ['Client#ensureDir',         'write.set', 'arg 0', { ensures: true }],
    ['Client#lastMod',           'read',      'arg 0'],
    ['Client#list',              'read',      'arg 0'],
    ['Client#remove',            'destroy',   'arg 0'],
    ['Client#removeDir',         'destroy',   'arg 0'],
    ['Client#removeEmptyDir',    'destroy',   'arg 0'],
    ['Client#rename',            'write.set', 'arg 0', { moves: 'arg 1' }],
    ['Client#send',              'exec',      'arg 0'],
    ['Client#sendIgnoringError', 'exec',      'arg 0'],
    ['Client#size',              'read',      'arg 0'],
    ['Client#upload',            'write.set', 'arg 1'],
    ['Client#uploadDir',         'write.set', 'arg 1'],
    ['Client#uploadFrom',        'write.set', 'arg 1'],
    ['Client#uploadFromDir',     'write.set', 'arg 1'],
  ],

  harmless: ['Client#*'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'soundfile',
  language: 'python',
  reference: 'https://python-soundfile.readthedocs.io',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['SoundFile',       'write.set', 'arg 0:file', { if: 'arg :mode = w|w+|x' }],
    ['SoundFile',       'read',      'arg 0:file'],
    ['SoundFile#write', 'write.add', 'arg 0:data'],
    ['blocks',          'read',      'arg 0:file'],
    ['info',            'read',      'arg 0:file'],
    ['read',            'read',      'arg 0:file'],
    ['write',           'write.set', 'arg 0:file'],
  ],

  harmless: ['*', 'SoundFile#*'],
});

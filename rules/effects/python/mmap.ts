import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'mmap',
  language: 'python',
  reference: 'https://docs.python.org/3/library/mmap.html',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['mmap#move',       'write.set', 'this'],
    ['mmap#resize',     'write.set', 'this'],
    ['mmap#write',      'write.set', 'arg 0:bytes'],
    ['mmap#write_byte', 'write.set', 'arg 0:byte'],
  ],

  harmless: ['mmap', 'mmap#*'],
});

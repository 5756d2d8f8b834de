import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'pydub',
  language: 'python',
  reference: 'https://github.com/jiaaro/pydub/blob/master/API.markdown',
  origin: 'read',
  resource: 'filesystem',
  instances: { AudioSegment: ['AudioSegment#*()', 'AudioSegment.empty()', 'AudioSegment.from_*()', 'AudioSegment.silent()'] },

  calls: [
    ['AudioSegment#export',    'write.set', 'arg 0:out_f'],
    ['AudioSegment.from_file', 'read',      'arg 0:file'],
    ['AudioSegment.from_flv',  'read',      'arg 0:file'],
    ['AudioSegment.from_mp3',  'read',      'arg 0:file'],
    ['AudioSegment.from_ogg',  'read',      'arg 0:file'],
    ['AudioSegment.from_raw',  'read',      'arg 0:file'],
    ['AudioSegment.from_wav',  'read',      'arg 0:file'],
  ],

  harmless: ['*', 'AudioSegment#*', 'AudioSegment.*'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'librosa',
  language: 'python',
  reference: 'https://librosa.org/doc/latest',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['load',   'read', 'arg 0:path'],
    ['stream', 'read', 'arg 0:path'],
  ],

  harmless: ['*'],
});

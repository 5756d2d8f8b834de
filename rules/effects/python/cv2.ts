import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'cv2',
  language: 'python',
  reference: 'https://docs.opencv.org/4.x',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['VideoCapture',      'read',      'arg 0:filename'],
    ['VideoWriter',       'write.set', 'arg 0:filename'],
    ['VideoWriter#write', 'write.add', 'arg 0:image'],
    ['imread',            'read',      'arg 0:filename'],
    ['imreadmulti',       'read',      'arg 0:filename'],
    ['imshow',            'exec',      'arg 0:winname', { resource: 'process' }],
    ['imwrite',           'write.set', 'arg 0:filename'],
    ['imwritemulti',      'write.set', 'arg 0:filename'],
  ],

  harmless: ['*', 'VideoCapture#*', 'VideoWriter#*'],
});

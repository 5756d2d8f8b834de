import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'pptx',
  language: 'python',
  reference: 'https://python-pptx.readthedocs.io/en/latest/api/presentation.html',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['Presentation',      'read',      'arg 0:pptx', { if: 'arg 0:pptx present' }],
    ['Presentation#save', 'write.set', 'arg 0:file'],
  ],

  harmless: ['*', 'Presentation#**'],
});

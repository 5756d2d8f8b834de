import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'docx',
  language: 'python',
  reference: 'https://python-docx.readthedocs.io/en/latest/api/document.html',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['Document',      'read',      'arg 0:docx', { if: 'arg 0:docx present' }],
    ['Document#save', 'write.set', 'arg 0:path_or_stream'],
  ],

  harmless: ['*', 'Document#**'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'pypdf',
  language: 'python',
  reference: 'https://pypdf.readthedocs.io/en/stable',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['PdfReader',       'read',      'arg 0:stream'],
    ['PdfWriter#write', 'write.set', 'arg 0:stream'],
  ],

  harmless: ['*', 'PdfReader#**', 'PdfWriter#**'],
});

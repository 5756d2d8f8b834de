import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'PyPDF2',
  language: 'python',
  reference: 'https://pypdf2.readthedocs.io/en/3.x',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['PdfFileReader',       'read',      'arg 0:stream'],
    ['PdfFileWriter#write', 'write.set', 'arg 0:stream'],
    ['PdfMerger#append',    'read',      'arg 0:fileobj'],
    ['PdfMerger#merge',     'read',      'arg 0:fileobj'],
    ['PdfMerger#write',     'write.set', 'arg 0:fileobj'],
    ['PdfReader',           'read',      'arg 0:stream'],
    ['PdfWriter#write',     'write.set', 'arg 0:stream'],
  ],

  harmless: ['*', 'PdfFileReader#**', 'PdfFileWriter#**', 'PdfMerger#*', 'PdfReader#**', 'PdfWriter#**'],
});

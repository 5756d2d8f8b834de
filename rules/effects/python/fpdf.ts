import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'fpdf',
  language: 'python',
  reference: 'https://py-pdf.github.io/fpdf2/fpdf',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['FPDF#image',  'read',      'arg 0:name'],
    ['FPDF#output', 'write.set', 'arg 0:name', { if: 'arg 0:name present' }],
  ],

  harmless: ['*', 'FPDF#*'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'pypdfium2',
  language: 'python',
  reference: 'https://pypdfium2.readthedocs.io/en/stable/python_api.html',
  origin: 'read',
  resource: 'filesystem',
  instances: {
    'PIL: Image': ['PdfBitmap#to_pil()', 'PdfDocument#**.to_pil()', 'PdfPage#**.to_pil()'],
    PdfBitmap: ['PdfPage#render()', 'PdfImage#get_bitmap()', 'PdfBitmap.*()'],
    PdfDocument: ['PdfDocument.new()'],
    PdfImage: ['PdfImage.new()'],
    PdfPage: ['PdfDocument#get_page()', 'PdfDocument#new_page()'],
  },

  calls: [
    ['PdfDocument',            'read',      'arg 0:input'],
    ['PdfDocument#**.extract', 'write.set', 'arg 0:dest',   { if: 'arg 0:dest present' }],
    ['PdfDocument#save',       'write.set', 'arg 0:dest'],
    ['PdfImage#extract',       'write.set', 'arg 0:dest'],
    ['PdfImage#load_jpeg',     'read',      'arg 0:source'],
    ['PdfPage#**.extract',     'write.set', 'arg 0:dest',   { if: 'arg 0:dest present' }],
  ],

  // A document is in memory until it is saved; what is closed gives memory back.
  harmless: ['*', 'PdfBitmap#*', 'PdfBitmap.*', 'PdfDocument#**', 'PdfDocument.new', 'PdfImage#*', 'PdfImage.new', 'PdfPage#**'],
});

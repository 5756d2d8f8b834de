import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'fitz',
  language: 'python',
  reference: 'https://pymupdf.readthedocs.io/en/latest/classes.html',
  origin: 'read',
  resource: 'filesystem',
  modules: ['pymupdf'],
  instances: {
    Document: ['open()'],
    Page: ['Document#load_page()', 'Document#new_page()'],
    Pixmap: ['Document#get_page_pixmap()', 'Page#get_pixmap()'],
  },

  calls: [
    ['Document',              'read',      'arg 0:filename', { if: 'arg 0:filename present' }],
    ['Document#ez_save',      'write.set', 'arg 0:filename'],
    ['Document#journal_save', 'write.set', 'arg 0:filename'],
    ['Document#save',         'write.set', 'arg 0:filename'],
    ['Document#saveIncr',     'write.set', 'this'],
    ['Pixmap#pdfocr_save',    'write.set', 'arg 0:filename'],
    ['Pixmap#pil_save',       'write.set', 'arg 0:filename'],
    ['Pixmap#save',           'write.set', 'arg 0:filename'],
    ['open',                  'read',      'arg 0:filename', { if: 'arg 0:filename present' }],
  ],

  harmless: ['*', 'Document#**', 'Page#**', 'Pixmap#*'],
});

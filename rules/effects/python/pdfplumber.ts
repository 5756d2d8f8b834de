import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'pdfplumber',
  language: 'python',
  reference: 'https://github.com/jsvine/pdfplumber',
  origin: 'read',
  resource: 'filesystem',
  instances: { PDF: ['PDF.open()', 'open()'], Page: ['Page#crop()', 'Page#filter()'], PageImage: ['Page#to_image()', 'PageImage#*()'] },

  calls: [
    ['PDF.open',       'read',      'arg 0:path_or_fp'],
    ['PageImage#save', 'write.set', 'arg 0:dest'],
    ['open',           'read',      'arg 0:path_or_fp'],
    ['repair',         'read',      'arg 0:path_or_fp'],
  ],

  harmless: ['*', 'PDF#**', 'Page#**', 'PageImage#*'],
});

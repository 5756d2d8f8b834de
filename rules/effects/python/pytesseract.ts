import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'pytesseract',
  language: 'python',
  reference: 'https://github.com/madmaze/pytesseract',
  origin: 'read',
  resource: 'filesystem',
  modules: ['pytesseract.pytesseract'],

  // An image in memory is written to a temporary file of its own, and that is removed.
  calls: [
    ['image_to_*',                  'read',      'arg 0:image'],
    ['run_and_get_multiple_output', 'read',      'arg 0:image'],
    ['run_and_get_output',          'read',      'arg 0:image'],
    ['run_tesseract',               'write.set', 'arg 1:output_filename_base'],
  ],

  harmless: ['Output.*', 'get_languages', 'get_tesseract_version'],
});

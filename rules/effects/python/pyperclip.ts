import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'pyperclip',
  language: 'python',
  reference: 'https://github.com/asweigart/pyperclip',
  origin: 'read',
  resource: 'other',

  calls: [
    ['copy',            'write.set', 'arg 0:text'],
    ['paste',           'read',      'this'],
    ['waitForNewPaste', 'read',      'this'],
    ['waitForPaste',    'read',      'this'],
  ],

  harmless: ['determine_clipboard', 'is_available', 'set_clipboard'],
});

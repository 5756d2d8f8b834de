import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'clipboardy',
  language: 'typescript',
  reference: 'https://github.com/sindresorhus/clipboardy',
  origin: 'read',
  resource: 'other',
  default: 'clipboard',

  calls: [
    ['clipboard.hasImages', 'read',      'this'],
    ['clipboard.read*',     'read',      'this'],
    ['clipboard.write*',    'write.set', 'arg 0'],
  ],

  harmless: [],
});

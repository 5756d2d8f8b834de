import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'xlsx',
  language: 'typescript',
  reference: 'https://docs.sheetjs.com/docs/api',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['readFile',       'read',      'arg 0'],
    ['writeFile',      'write.set', 'arg 1'],
    ['writeFileAsync', 'write.set', 'arg 0'],
    ['writeFileXLSX',  'write.set', 'arg 1'],
  ],

  harmless: ['*', 'utils.*'],
});

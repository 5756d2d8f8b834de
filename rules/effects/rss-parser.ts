import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'rss-parser',
  language: 'typescript',
  reference: 'https://github.com/rbren/rss-parser',
  origin: 'read',
  resource: 'network',
  default: 'Parser',

  calls: [
    ['Parser#parseURL', 'http', 'arg 0', { method: 'GET' }],
  ],

  harmless: ['Parser#parseString'],
});

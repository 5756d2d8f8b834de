import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'form-data',
  language: 'typescript',
  reference: 'https://github.com/form-data/form-data',
  origin: 'read',
  resource: 'network',
  default: 'FormData',

  calls: [
    ['FormData#submit', 'http', 'arg 0', { method: 'POST' }],
  ],

  harmless: ['FormData#*'],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'node:string_decoder',
  language: 'typescript',
  reference: 'https://nodejs.org/api/string_decoder.html',
  origin: 'read',
  resource: 'other',
  calls: [],
  harmless: ['*'],
});

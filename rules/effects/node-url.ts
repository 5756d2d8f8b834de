import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'node:url',
  language: 'typescript',
  reference: 'https://nodejs.org/api/url.html',
  origin: 'read',
  resource: 'other',
  calls: [],
  harmless: ['*'],
});

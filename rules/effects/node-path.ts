import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'node:path',
  language: 'typescript',
  reference: 'https://nodejs.org/api/path.html',
  origin: 'read',
  resource: 'other',
  calls: [],
  harmless: ['*'],
});

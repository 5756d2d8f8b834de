import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'uvicorn',
  language: 'python',
  reference: 'https://www.uvicorn.org',
  origin: 'read',
  resource: 'network',

  calls: [],

  harmless: ['*'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'fastapi',
  language: 'python',
  reference: 'https://fastapi.tiangolo.com/reference',
  origin: 'read',
  resource: 'network',

  calls: [],

  harmless: ['*'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'starlette',
  language: 'python',
  reference: 'https://www.starlette.io',
  origin: 'read',
  resource: 'network',

  calls: [],

  harmless: ['*'],
});

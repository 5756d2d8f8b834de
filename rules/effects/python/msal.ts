import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'msal',
  language: 'python',
  reference: 'https://msal-python.readthedocs.io',
  origin: 'read',
  resource: 'cloud',

  calls: [],

  harmless: ['*'],
});

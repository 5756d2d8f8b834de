import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'oauth2client',
  language: 'python',
  reference: 'https://oauth2client.readthedocs.io',
  origin: 'read',
  resource: 'cloud',

  calls: [],

  harmless: ['*'],
});

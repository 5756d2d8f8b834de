import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'google.oauth2',
  language: 'python',
  reference: 'https://googleapis.dev/python/google-auth/latest/reference/google.oauth2.html',
  origin: 'read',
  resource: 'cloud',

  calls: [],

  harmless: ['*'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'google_auth_oauthlib',
  language: 'python',
  reference: 'https://googleapis.dev/python/google-auth-oauthlib/latest',
  origin: 'read',
  resource: 'cloud',

  calls: [],

  harmless: ['*'],
});

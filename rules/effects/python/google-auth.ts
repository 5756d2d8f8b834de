import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'google.auth',
  language: 'python',
  reference: 'https://googleapis.dev/python/google-auth/latest',
  origin: 'read',
  resource: 'network',
  instances: {
    'requests: Session': ['transport.requests.AuthorizedSession()'],
  },

  calls: [],

  harmless: ['*'],
});

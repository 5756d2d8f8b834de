import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'geopy',
  language: 'python',
  reference: 'https://geopy.readthedocs.io',
  origin: 'read',
  resource: 'network',

  calls: [
    ['*#geocode', 'read', 'args'],
    ['*#reverse', 'read', 'args'],
  ],

  harmless: ['distance.*'],
});

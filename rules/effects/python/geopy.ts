import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'geopy',
  language: 'python',
  reference: 'https://geopy.readthedocs.io',
  origin: 'read',
  resource: 'network',

  calls: [
    ['geocoders.*#geocode', 'read', 'arg 0:query'],
    ['geocoders.*#reverse', 'read', 'arg 0:query'],
  ],

  harmless: ['distance.*'],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@googlemaps/google-maps-services-js',
  language: 'typescript',
  reference: 'https://googlemaps.github.io/google-maps-services-js/',
  origin: 'read',
  resource: 'network',
  openWorld: true,

  calls: [
    ['Client#*', 'read', 'arg 0'],
  ],

  harmless: ['Client#clearExperienceId', 'Client#getExperienceId', 'Client#setExperienceId'],
});

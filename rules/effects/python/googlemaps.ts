import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'googlemaps',
  language: 'python',
  reference: 'https://googlemaps.github.io/google-maps-services-python/docs',
  origin: 'read',
  resource: 'network',

  calls: [
    ['Client#addressvalidation',   'read', 'args'],
    ['Client#directions',          'read', 'args'],
    ['Client#distance_matrix',     'read', 'args'],
    ['Client#elevation',           'read', 'args'],
    ['Client#find_place',          'read', 'args'],
    ['Client#geocode',             'read', 'args'],
    ['Client#geolocate',           'read', 'args'],
    ['Client#nearest_roads',       'read', 'args'],
    ['Client#place',               'read', 'args'],
    ['Client#places',              'read', 'args'],
    ['Client#places_autocomplete', 'read', 'args'],
    ['Client#places_nearby',       'read', 'args'],
    ['Client#places_photo',        'read', 'args'],
    ['Client#reverse_geocode',     'read', 'args'],
    ['Client#snap_to_roads',       'read', 'args'],
    ['Client#timezone',            'read', 'args'],
  ],

  harmless: [],
});

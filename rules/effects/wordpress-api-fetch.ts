import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@wordpress/api-fetch',
  language: 'typescript',
  reference: 'https://developer.wordpress.org/block-editor/reference-guides/packages/packages-api-fetch/',
  origin: 'read',
  resource: 'network',
  default: 'apiFetch',

  calls: [
    ['apiFetch', 'http', 'arg 0.path', { if: 'arg 0.path present', method: 'arg 0.method', body: 'arg 0.data' }],
    ['apiFetch', 'http', 'arg 0.url',  { method: 'arg 0.method', body: 'arg 0.data' }],
  ],

  harmless: ['apiFetch.create*', 'apiFetch.setFetchHandler', 'apiFetch.use'],
});

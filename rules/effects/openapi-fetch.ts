import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'openapi-fetch',
  language: 'typescript',
  reference: 'https://openapi-ts.dev/openapi-fetch/api',
  origin: 'read',
  resource: 'network',
  default: 'createClient',
  instances: {
    Client: ['Client', 'createClient()'],
    PathBasedClient: ['createPathBasedClient()', 'wrapAsPathBasedClient()'],
  },

  promises: ['*'],

  calls: [
    ['Client#DELETE',           'http', 'arg 0', { method: 'DELETE', headers: 'arg 1.headers', body: 'arg 1.body' }],
    ['Client#GET',              'http', 'arg 0', { method: 'GET', headers: 'arg 1.headers' }],
    ['Client#HEAD',             'http', 'arg 0', { method: 'HEAD', headers: 'arg 1.headers' }],
    ['Client#OPTIONS',          'http', 'arg 0', { method: 'OPTIONS', headers: 'arg 1.headers' }],
    ['Client#PATCH',            'http', 'arg 0', { method: 'PATCH', headers: 'arg 1.headers', body: 'arg 1.body' }],
    ['Client#POST',             'http', 'arg 0', { method: 'POST', headers: 'arg 1.headers', body: 'arg 1.body' }],
    ['Client#PUT',              'http', 'arg 0', { method: 'PUT', headers: 'arg 1.headers', body: 'arg 1.body' }],
    ['Client#TRACE',            'http', 'arg 0', { method: 'GET', headers: 'arg 1.headers' }],
    ['Client#request',          'http', 'arg 1', { method: 'arg 0', headers: 'arg 2.headers', body: 'arg 2.body' }],
  ],

  harmless: ['Client#eject', 'Client#use', 'createClient', 'createFinalURL', 'createQuerySerializer', 'mergeHeaders'],
});

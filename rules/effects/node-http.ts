import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'node:http',
  language: 'typescript',
  reference: 'https://nodejs.org/api/http.html',
  origin: 'read',
  resource: 'network',

  calls: [
    ['get',     'http', 'arg 0',          { method: 'GET' }],
    ['request', 'http', 'arg 0.hostname', { if: 'arg 0.method present', method: 'arg 0.method', headers: 'arg 0.headers' }],
    ['request', 'http', 'arg 0',          { method: 'arg 1.method', headers: 'arg 1.headers' }],
  ],

  harmless: [
    'Agent#*', 'ClientRequest#*', 'IncomingMessage#*', 'Server#*', 'ServerResponse#*', 'createServer', 'setMaxIdleHTTPParsers',
    'validateHeaderName', 'validateHeaderValue',
  ],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'httpx_sse',
  language: 'python',
  reference: 'https://github.com/florimondmanca/httpx-sse',
  origin: 'read',
  resource: 'network',

  calls: [
    ['aconnect_sse', 'http', 'arg 2:url', { method: 'arg 1:method', headers: 'arg :headers', body: 'arg :json' }],
    ['connect_sse',  'http', 'arg 2:url', { method: 'arg 1:method', headers: 'arg :headers', body: 'arg :json' }],
  ],

  harmless: ['EventSource', 'EventSource#*', 'ServerSentEvent'],
});

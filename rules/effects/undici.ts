import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'undici',
  language: 'typescript',
  reference: 'https://undici.nodejs.org',
  origin: 'read',
  resource: 'network',
  extends: { Agent: 'Dispatcher', BalancedPool: 'Dispatcher', Client: 'Dispatcher', EnvHttpProxyAgent: 'Dispatcher', Pool: 'Dispatcher', ProxyAgent: 'Dispatcher', RetryAgent: 'Dispatcher' },

  promises: ['fetch', 'request', 'Dispatcher#request'],
  answers: [
    { callees: ['fetch'], kind: 'status', tells: ['ok', 'status', 'statusText', 'error'] },
    { callees: ['request', 'Dispatcher#request'], kind: 'status', tells: ['statusCode'] },
  ],

  calls: [
    ['Dispatcher#dispatch', 'http', 'arg 0.path', { method: 'arg 0.method', headers: 'arg 0.headers', body: 'arg 0.body' }],
    ['Dispatcher#pipeline', 'http', 'arg 0.path', { method: 'arg 0.method', headers: 'arg 0.headers', body: 'arg 0.body' }],
    ['Dispatcher#request',  'http', 'arg 0.path', { method: 'arg 0.method', headers: 'arg 0.headers', body: 'arg 0.body' }],
    ['Dispatcher#stream',   'http', 'arg 0.path', { method: 'arg 0.method', headers: 'arg 0.headers', body: 'arg 0.body' }],
    ['fetch',               'http', 'arg 0',      { method: 'arg 1.method', headers: 'arg 1.headers', body: 'arg 1.body' }],
    ['pipeline',            'http', 'arg 0',      { method: 'arg 1.method', headers: 'arg 1.headers', body: 'arg 1.body' }],
    ['request',             'http', 'arg 0',      { method: 'arg 1.method', headers: 'arg 1.headers', body: 'arg 1.body' }],
    ['stream',              'http', 'arg 0',      { method: 'arg 1.method', headers: 'arg 1.headers', body: 'arg 1.body' }],
  ],

  harmless: [
    'Dispatcher#*', 'EventSource#*', 'FormData#*', 'Headers#*', 'MockAgent#*', 'MockPool#*', 'Request#*', 'Response#*', 'deleteCookie',
    'getCookies', 'getGlobalDispatcher', 'getGlobalOrigin', 'getSetCookies', 'parseCookie', 'parseMIMEType', 'serializeAMimeType',
    'setCookie', 'setGlobalDispatcher', 'setGlobalOrigin',
  ],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'urllib3',
  language: 'python',
  reference: 'https://urllib3.readthedocs.io/en/stable/reference/',
  origin: 'read',
  resource: 'network',
  modules: ['requests.packages.urllib3', 'urllib3_future'],
  instances: {
    PoolManager: ['connection_from_url()', 'proxy_from_url()', 'PoolManager#connection_from_host()', 'PoolManager#connection_from_url()'],
  },
  extends: { HTTPConnectionPool: 'PoolManager', HTTPSConnectionPool: 'PoolManager', ProxyManager: 'PoolManager' },

  waits: { options: ['timeout'], client: ['arg :timeout'], give: 30 },

  calls: [
    ['PoolManager#request',             'http', 'arg 1:url', { if: 'arg :json present', method: 'arg 0:method', headers: 'arg :headers', body: 'arg :json' }],
    ['PoolManager#request',             'http', 'arg 1:url', { method: 'arg 0:method', headers: 'arg :headers', body: 'arg :body' }],
    ['PoolManager#request_encode_body', 'http', 'arg 1:url', { method: 'arg 0:method', headers: 'arg :headers' }],
    ['PoolManager#request_encode_url',  'http', 'arg 1:url', { method: 'arg 0:method', headers: 'arg :headers' }],
    ['PoolManager#urlopen',             'http', 'arg 1:url', { method: 'arg 0:method', headers: 'arg :headers', body: 'arg :body' }],
    ['request',                         'http', 'arg 1:url', { if: 'arg :json present', method: 'arg 0:method', headers: 'arg :headers', body: 'arg :json' }],
    ['request',                         'http', 'arg 1:url', { method: 'arg 0:method', headers: 'arg :headers', body: 'arg :body' }],
  ],

  harmless: [
    'BaseHTTPResponse#*', 'HTTPHeaderDict', 'HTTPHeaderDict#*', 'HTTPResponse', 'HTTPResponse#*', 'PoolManager#*', 'ProxyManager',
    'Retry', 'Retry#*', 'Timeout', 'Timeout#*', 'add_stderr_logger', 'connection_from_url', 'contrib.*', 'disable_warnings',
    'encode_multipart_formdata', 'exceptions.*', 'filepost.*', 'make_headers', 'poolmanager.*', 'proxy_from_url', 'util.*',
  ],
});

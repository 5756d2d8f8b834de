import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'httpx',
  language: 'python',
  reference: 'https://www.python-httpx.org/api/',
  origin: 'read',
  resource: 'network',
  instances: { Request: ['Client#build_request()'] },
  extends: { AsyncClient: 'Client' },

  waits: { options: ['timeout'], client: ['arg :timeout'], byItself: true, give: 30 },

  answers: [
    {
      callees: [
        'delete', 'patch', 'post', 'put', 'request', 'Client#delete', 'Client#patch', 'Client#post', 'Client#put', 'Client#request',
      ],
      kind: 'response',
      tells: ['raise_for_status', 'status_code', 'is_success', 'is_error', 'is_client_error', 'is_server_error', 'reason_phrase'],
      elsewhere: [{ word: 'event_hooks', then: 'response' }],
    },
  ],

  calls: [
    ['AsyncHTTPTransport#handle_async_request', 'command', 'arg 0:request'],
    ['Client#delete',                           'http',    'arg 0:url', { method: 'DELETE', headers: 'arg :headers' }],
    ['Client#get',                              'http',    'arg 0:url', { method: 'GET', headers: 'arg :headers' }],
    ['Client#head',                             'http',    'arg 0:url', { method: 'HEAD', headers: 'arg :headers' }],
    ['Client#options',                          'http',    'arg 0:url', { method: 'OPTIONS', headers: 'arg :headers' }],
    ['Client#patch',                            'http',    'arg 0:url', { if: 'arg :json present', method: 'PATCH', headers: 'arg :headers', body: 'arg :json' }],
    ['Client#patch',                            'http',    'arg 0:url', { if: 'arg :content present', method: 'PATCH', headers: 'arg :headers', body: 'arg :content' }],
    ['Client#patch',                            'http',    'arg 0:url', { method: 'PATCH', headers: 'arg :headers', body: 'arg :data' }],
    ['Client#post',                             'http',    'arg 0:url', { if: 'arg :json present', method: 'POST', headers: 'arg :headers', body: 'arg :json' }],
    ['Client#post',                             'http',    'arg 0:url', { if: 'arg :content present', method: 'POST', headers: 'arg :headers', body: 'arg :content' }],
    ['Client#post',                             'http',    'arg 0:url', { method: 'POST', headers: 'arg :headers', body: 'arg :data' }],
    ['Client#put',                              'http',    'arg 0:url', { if: 'arg :json present', method: 'PUT', headers: 'arg :headers', body: 'arg :json' }],
    ['Client#put',                              'http',    'arg 0:url', { if: 'arg :content present', method: 'PUT', headers: 'arg :headers', body: 'arg :content' }],
    ['Client#put',                              'http',    'arg 0:url', { method: 'PUT', headers: 'arg :headers', body: 'arg :data' }],
    ['Client#request',                          'http',    'arg 1:url', { if: 'arg :json present', method: 'arg 0:method', headers: 'arg :headers', body: 'arg :json' }],
    ['Client#request',                          'http',    'arg 1:url', { method: 'arg 0:method', headers: 'arg :headers', body: 'arg :data' }],
    ['Client#send',                             'command', 'arg 0:request'],
    ['Client#stream',                           'http',    'arg 1:url', { method: 'arg 0:method', headers: 'arg :headers', body: 'arg :json' }],
    ['HTTPTransport#handle_request',            'command', 'arg 0:request'],
    ['delete',                                  'http',    'arg 0:url', { method: 'DELETE', headers: 'arg :headers' }],
    ['get',                                     'http',    'arg 0:url', { method: 'GET', headers: 'arg :headers' }],
    ['head',                                    'http',    'arg 0:url', { method: 'HEAD', headers: 'arg :headers' }],
    ['options',                                 'http',    'arg 0:url', { method: 'OPTIONS', headers: 'arg :headers' }],
    ['patch',                                   'http',    'arg 0:url', { if: 'arg :json present', method: 'PATCH', headers: 'arg :headers', body: 'arg :json' }],
    ['patch',                                   'http',    'arg 0:url', { if: 'arg :content present', method: 'PATCH', headers: 'arg :headers', body: 'arg :content' }],
    ['patch',                                   'http',    'arg 0:url', { method: 'PATCH', headers: 'arg :headers', body: 'arg :data' }],
    ['post',                                    'http',    'arg 0:url', { if: 'arg :json present', method: 'POST', headers: 'arg :headers', body: 'arg :json' }],
    ['post',                                    'http',    'arg 0:url', { if: 'arg :content present', method: 'POST', headers: 'arg :headers', body: 'arg :content' }],
    ['post',                                    'http',    'arg 0:url', { method: 'POST', headers: 'arg :headers', body: 'arg :data' }],
    ['put',                                     'http',    'arg 0:url', { if: 'arg :json present', method: 'PUT', headers: 'arg :headers', body: 'arg :json' }],
    ['put',                                     'http',    'arg 0:url', { if: 'arg :content present', method: 'PUT', headers: 'arg :headers', body: 'arg :content' }],
    ['put',                                     'http',    'arg 0:url', { method: 'PUT', headers: 'arg :headers', body: 'arg :data' }],
    ['request',                                 'http',    'arg 1:url', { if: 'arg :json present', method: 'arg 0:method', headers: 'arg :headers', body: 'arg :json' }],
    ['request',                                 'http',    'arg 1:url', { method: 'arg 0:method', headers: 'arg :headers', body: 'arg :data' }],
    ['stream',                                  'http',    'arg 1:url', { method: 'arg 0:method', headers: 'arg :headers', body: 'arg :json' }],
  ],

  commands: [
    ['Request', 'http', 'arg 1:url', { if: 'arg :json present', method: 'arg 0:method', headers: 'arg :headers', body: 'arg :json' }],
    ['Request', 'http', 'arg 1:url', { method: 'arg 0:method', headers: 'arg :headers', body: 'arg :data' }],
  ],

  harmless: [
    'ASGITransport', 'AsyncBaseTransport#*', 'AsyncClient', 'AsyncHTTPTransport#*', 'Auth#*', 'BaseTransport#*', 'BasicAuth', 'Client#**',
    'Cookies', 'Cookies#*', 'DigestAuth', 'FunctionAuth', 'HTTPTransport#*', 'Headers', 'Headers#*', 'Limits', 'MockTransport',
    'NetRCAuth', 'Proxy', 'QueryParams', 'QueryParams#*', 'Request', 'Request#*', 'Response', 'Response#*', 'SyncByteStream#*', 'Timeout',
    'URL', 'URL#*', 'WSGITransport', 'codes.*', 'create_ssl_context',
  ],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'aiohttp',
  language: 'python',
  reference: 'https://docs.aiohttp.org/en/stable/client_reference.html',
  origin: 'read',
  resource: 'network',
  instances: { ClientWebSocketResponse: ['ClientSession#ws_connect()'], 'web.WebSocketResponse': ['web.WebSocketResponse()'] },

  waits: { options: ['timeout'], client: ['arg :timeout'], byItself: true },

  lazy: ['ClientSession#*', 'request', '*WebSocketResponse#*'],
  answers: [
    {
      callees: [
        'ClientSession#delete', 'ClientSession#patch', 'ClientSession#post', 'ClientSession#put', 'ClientSession#request',
        'request',
      ],
      kind: 'response',
      tells: ['raise_for_status', 'status', 'ok', 'reason'],
      option: 'raise_for_status',
      elsewhere: [{ word: 'raise_for_status', then: '=True' }],
    },
  ],

  calls: [
    ['ClientSession#delete',                    'http',      'arg 0:url', { method: 'DELETE', headers: 'arg :headers' }],
    ['ClientSession#get',                       'http',      'arg 0:url', { method: 'GET', headers: 'arg :headers' }],
    ['ClientSession#head',                      'http',      'arg 0:url', { method: 'HEAD', headers: 'arg :headers' }],
    ['ClientSession#options',                   'http',      'arg 0:url', { method: 'OPTIONS', headers: 'arg :headers' }],
    ['ClientSession#patch',                     'http',      'arg 0:url', { if: 'arg :json present', method: 'PATCH', headers: 'arg :headers', body: 'arg :json' }],
    ['ClientSession#patch',                     'http',      'arg 0:url', { method: 'PATCH', headers: 'arg :headers', body: 'arg :data' }],
    ['ClientSession#post',                      'http',      'arg 0:url', { if: 'arg :json present', method: 'POST', headers: 'arg :headers', body: 'arg :json' }],
    ['ClientSession#post',                      'http',      'arg 0:url', { method: 'POST', headers: 'arg :headers', body: 'arg :data' }],
    ['ClientSession#put',                       'http',      'arg 0:url', { if: 'arg :json present', method: 'PUT', headers: 'arg :headers', body: 'arg :json' }],
    ['ClientSession#put',                       'http',      'arg 0:url', { method: 'PUT', headers: 'arg :headers', body: 'arg :data' }],
    ['ClientSession#request',                   'http',      'arg 1:url', { if: 'arg :json present', method: 'arg 0:method', headers: 'arg :headers', body: 'arg :json' }],
    ['ClientSession#request',                   'http',      'arg 1:url', { method: 'arg 0:method', headers: 'arg :headers', body: 'arg :data' }],
    ['ClientWebSocketResponse#send_bytes',      'write.add', 'arg 0:data', { message: true }],
    ['ClientWebSocketResponse#send_frame',      'write.add', 'arg 0:message', { message: true }],
    ['ClientWebSocketResponse#send_json',       'write.add', 'arg 0:data', { message: true }],
    ['ClientWebSocketResponse#send_json_bytes', 'write.add', 'arg 0:data', { message: true }],
    ['ClientWebSocketResponse#send_str',        'write.add', 'arg 0:data', { message: true }],
    ['request',                                 'http',      'arg 1:url', { if: 'arg :json present', method: 'arg 0:method', headers: 'arg :headers', body: 'arg :json' }],
    ['request',                                 'http',      'arg 1:url', { method: 'arg 0:method', headers: 'arg :headers', body: 'arg :data' }],
    ['web.WebSocketResponse#send_bytes',        'write.add', 'arg 0:data'],
    ['web.WebSocketResponse#send_frame',        'write.add', 'arg 0:message'],
    ['web.WebSocketResponse#send_json',         'write.add', 'arg 0:data'],
    ['web.WebSocketResponse#send_json_bytes',   'write.add', 'arg 0:data'],
    ['web.WebSocketResponse#send_str',          'write.add', 'arg 0:data'],
  ],

  harmless: [
    'AsyncResolver', 'BasicAuth', 'BodyPartReader#*', 'ClientRequest#*', 'ClientResponse#*', 'ClientSession#**', 'ClientTimeout',
    'ClientWSTimeout', 'ClientWebSocketResponse#*', 'CookieJar', 'CookieJar#*', 'DigestAuthMiddleware', 'DummyCookieJar', 'Fingerprint',
    'FormData', 'FormData#*', 'MultipartReader#*', 'MultipartWriter', 'MultipartWriter#*', 'NamedPipeConnector', 'StreamReader#*',
    'TCPConnector', 'TCPConnector#*', 'ThreadedResolver', 'TraceConfig', 'TraceConfig#*', 'UnixConnector', 'UnixConnector#*',
    'content_disposition_filename', 'encode_basic_auth', 'get_payload', 'hdrs.*', 'parse_content_disposition', 'payload_type',
    'set_zlib_backend', 'web.*', 'web.AppRunner#*', 'web.Application#**', 'web.BaseRequest#*', 'web.FileResponse#*', 'web.Request#*',
    'web.Response#*', 'web.RouteTableDef#*', 'web.StreamResponse#*', 'web.TCPSite#*', 'web.UnixSite#*', 'web.WebSocketResponse#*',
  ],
});

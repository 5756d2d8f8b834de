import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'requests',
  language: 'python',
  reference: 'https://requests.readthedocs.io/en/latest/api/',
  origin: 'read',
  resource: 'network',
  instances: { Session: ['session()'] },

  resends: [{ callee: 'Session#mount', policy: 'arg 1:adapter', methods: ['allowed_methods', 'method_whitelist'] }],

  waits: { options: ['timeout'], mounts: ['mount'], always: true, give: 30 },

  answers: [
    {
      callees: [
        'delete', 'patch', 'post', 'put', 'request', 'Session#delete', 'Session#patch', 'Session#post', 'Session#put',
        'Session#request',
      ],
      kind: 'response',
      tells: ['raise_for_status', 'status_code', 'ok', 'reason'],
      elsewhere: [{ word: 'hooks', then: 'response' }],
    },
  ],

  calls: [
    ['Session#delete',            'http',    'arg 0:url', { method: 'DELETE', headers: 'arg :headers' }],
    ['Session#get',               'http',    'arg 0:url', { method: 'GET', headers: 'arg :headers' }],
    ['Session#head',              'http',    'arg 0:url', { method: 'HEAD', headers: 'arg :headers' }],
    ['Session#options',           'http',    'arg 0:url', { method: 'OPTIONS', headers: 'arg :headers' }],
    ['Session#patch',             'http',    'arg 0:url', { if: 'arg :json present', method: 'PATCH', headers: 'arg :headers', body: 'arg :json' }],
    ['Session#patch',             'http',    'arg 0:url', { method: 'PATCH', headers: 'arg :headers', body: 'arg 1:data' }],
    ['Session#post',              'http',    'arg 0:url', { if: 'arg 2:json present', method: 'POST', headers: 'arg :headers', body: 'arg 2:json' }],
    ['Session#post',              'http',    'arg 0:url', { method: 'POST', headers: 'arg :headers', body: 'arg 1:data' }],
    ['Session#put',               'http',    'arg 0:url', { if: 'arg :json present', method: 'PUT', headers: 'arg :headers', body: 'arg :json' }],
    ['Session#put',               'http',    'arg 0:url', { method: 'PUT', headers: 'arg :headers', body: 'arg 1:data' }],
    ['Session#request',           'http',    'arg 1:url', { if: 'arg 15:json present', method: 'arg 0:method', headers: 'arg 4:headers', body: 'arg 15:json' }],
    ['Session#request',           'http',    'arg 1:url', { method: 'arg 0:method', headers: 'arg 4:headers', body: 'arg 3:data' }],
    ['Session#send',              'command', 'arg 0:request'],
    ['adapters.HTTPAdapter#send', 'command', 'arg 0:request'],
    ['delete',                    'http',    'arg 0:url', { method: 'DELETE', headers: 'arg :headers' }],
    ['get',                       'http',    'arg 0:url', { method: 'GET', headers: 'arg :headers' }],
    ['head',                      'http',    'arg 0:url', { method: 'HEAD', headers: 'arg :headers' }],
    ['options',                   'http',    'arg 0:url', { method: 'OPTIONS', headers: 'arg :headers' }],
    ['patch',                     'http',    'arg 0:url', { if: 'arg :json present', method: 'PATCH', headers: 'arg :headers', body: 'arg :json' }],
    ['patch',                     'http',    'arg 0:url', { method: 'PATCH', headers: 'arg :headers', body: 'arg 1:data' }],
    ['post',                      'http',    'arg 0:url', { if: 'arg 2:json present', method: 'POST', headers: 'arg :headers', body: 'arg 2:json' }],
    ['post',                      'http',    'arg 0:url', { method: 'POST', headers: 'arg :headers', body: 'arg 1:data' }],
    ['put',                       'http',    'arg 0:url', { if: 'arg :json present', method: 'PUT', headers: 'arg :headers', body: 'arg :json' }],
    ['put',                       'http',    'arg 0:url', { method: 'PUT', headers: 'arg :headers', body: 'arg 1:data' }],
    ['request',                   'http',    'arg 1:url', { if: 'arg :json present', method: 'arg 0:method', headers: 'arg :headers', body: 'arg :json' }],
    ['request',                   'http',    'arg 1:url', { method: 'arg 0:method', headers: 'arg :headers', body: 'arg :data' }],
  ],

  commands: [
    ['Request', 'http', 'arg 1:url', { if: 'arg 9:json present', method: 'arg 0:method', headers: 'arg 2:headers', body: 'arg 9:json' }],
    ['Request', 'http', 'arg 1:url', { method: 'arg 0:method', headers: 'arg 2:headers', body: 'arg 4:data' }],
  ],

  harmless: [
    'PreparedRequest', 'PreparedRequest#*', 'Request', 'Request#*', 'Response', 'Response#*', 'Session#**', 'adapters.BaseAdapter#*',
    'adapters.HTTPAdapter#*', 'auth.AuthBase#*', 'auth.HTTPBasicAuth#*', 'auth.HTTPDigestAuth#*', 'auth.HTTPProxyAuth#*', 'codes.*',
    'compat.*', 'cookies.*', 'exceptions.*', 'hooks.*', 'packages.*', 'session', 'structures.*', 'utils.*',
  ],
  identity: { 'Request#prepare': 'this', 'Session#prepare_request': 'arg 0:request' },
});

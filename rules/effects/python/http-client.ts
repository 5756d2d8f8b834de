import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'http.client',
  language: 'python',
  reference: 'https://docs.python.org/3/library/http.client.html',
  origin: 'read',
  resource: 'network',
  instances: { HTTPResponse: ['HTTPConnection#getresponse()'] },
  extends: { HTTPSConnection: 'HTTPConnection' },

  calls: [
    ['HTTPConnection#putrequest', 'http',      'arg 1:url', { method: 'arg 0:method' }],
    ['HTTPConnection#request',    'http',      'arg 1:url', { method: 'arg 0:method', headers: 'arg 3:headers', body: 'arg 2:body' }],
    ['HTTPConnection#send',       'write.add', 'arg 0:data'],
  ],

  harmless: ['HTTPConnection#*', 'HTTPMessage#*', 'HTTPResponse', 'HTTPResponse#*', 'parse_headers'],
});

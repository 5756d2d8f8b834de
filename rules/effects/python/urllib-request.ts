import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'urllib.request',
  language: 'python',
  reference: 'https://docs.python.org/3/library/urllib.request.html',
  origin: 'read',
  resource: 'network',
  instances: { OpenerDirector: ['build_opener()'] },
  extends: { FancyURLopener: 'URLopener' },

  waits: { options: ['timeout'], at: { urlopen: 'arg 2:timeout' }, elsewhere: ['setdefaulttimeout'], give: 30 },

  calls: [
    ['OpenerDirector#open', 'http',      'arg 0:fullurl',  { if: 'arg 1:data present', method: 'POST', body: 'arg 1:data' }],
    ['OpenerDirector#open', 'http',      'arg 0:fullurl'],
    ['URLopener#open',      'http',      'arg 0:fullurl',  { if: 'arg 1:data present', method: 'POST', body: 'arg 1:data' }],
    ['URLopener#open',      'http',      'arg 0:fullurl',  { method: 'GET' }],
    ['URLopener#retrieve',  'write.set', 'arg 1:filename', { if: 'arg 1:filename present', resource: 'filesystem' }],
    ['URLopener#retrieve',  'http',      'arg 0:url',      { method: 'GET' }],
    ['urlopen',             'http',      'arg 0:url',      { if: 'arg 1:data present', method: 'POST', body: 'arg 1:data' }],
    ['urlopen',             'http',      'arg 0:url'],
    ['urlretrieve',         'write.set', 'arg 1:filename', { if: 'arg 1:filename present', resource: 'filesystem' }],
    ['urlretrieve',         'http',      'arg 0:url',      { method: 'GET' }],
  ],

  commands: [
    ['Request', 'http', 'arg 0:url', { if: 'arg 5:method present', method: 'arg 5:method', headers: 'arg 2:headers', body: 'arg 1:data' }],
    ['Request', 'http', 'arg 0:url', { if: 'arg 1:data present', method: 'POST', headers: 'arg 2:headers', body: 'arg 1:data' }],
    ['Request', 'http', 'arg 0:url', { method: 'GET', headers: 'arg 2:headers' }],
  ],

  harmless: [
    'AbstractBasicAuthHandler#*', 'AbstractDigestAuthHandler#*', 'BaseHandler#*', 'CacheFTPHandler#*', 'DataHandler#*', 'FTPHandler#*',
    'FileHandler#*', 'HTTPBasicAuthHandler#*', 'HTTPCookieProcessor#*', 'HTTPDefaultErrorHandler#*', 'HTTPDigestAuthHandler#*',
    'HTTPErrorProcessor#*', 'HTTPHandler#*', 'HTTPPasswordMgr#*', 'HTTPPasswordMgrWithDefaultRealm#*', 'HTTPPasswordMgrWithPriorAuth#*',
    'HTTPRedirectHandler#*', 'HTTPSHandler#*', 'OpenerDirector#*', 'ProxyBasicAuthHandler#*', 'ProxyDigestAuthHandler#*',
    'ProxyHandler#*', 'Request', 'Request#*', 'URLopener#*', 'UnknownHandler#*', 'build_opener', 'getproxies', 'install_opener',
    'parse_http_list', 'parse_keqv_list', 'pathname2url', 'proxy_bypass', 'url2pathname', 'urlcleanup',
  ],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'httplib2',
  language: 'python',
  reference: 'https://httplib2.readthedocs.io/en/latest/',
  origin: 'read',
  resource: 'network',

  calls: [
    ['Http#request', 'http', 'arg 0:uri', { method: 'arg 1:method', headers: 'arg 3:headers', body: 'arg 2:body' }],
  ],

  harmless: [
    'Credentials#*', 'Http#*', 'ProxyInfo', 'ProxyInfo#*', 'Response#*', 'has_timeout', 'iri2uri', 'parse_uri',
    'proxy_info_from_environment', 'proxy_info_from_url', 'safename', 'urlnorm',
  ],
});

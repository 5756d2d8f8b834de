import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'got',
  language: 'typescript',
  reference: 'https://github.com/sindresorhus/got',
  origin: 'read',
  resource: 'network',
  default: 'Got#',
  instances: { Got: ['Got#extend()', 'create()', 'got'] },

  waits: { options: ['timeout', 'signal'], client: ['arg 0.timeout'], give: { request: 30_000 } },

  promises: ['*'],

  calls: [
    ['Got#',              'http', 'arg 0', { method: 'arg 1.method', headers: 'arg 1.headers', body: 'arg 1.json' }],
    ['Got#delete',        'http', 'arg 0', { method: 'DELETE', headers: 'arg 1.headers', body: 'arg 1.json' }],
    ['Got#get',           'http', 'arg 0', { method: 'GET', headers: 'arg 1.headers', body: 'arg 1.json' }],
    ['Got#head',          'http', 'arg 0', { method: 'HEAD', headers: 'arg 1.headers', body: 'arg 1.json' }],
    ['Got#paginate',      'read', 'arg 0'],
    ['Got#paginate.all',  'read', 'arg 0'],
    ['Got#paginate.each', 'read', 'arg 0'],
    ['Got#patch',         'http', 'arg 0', { method: 'PATCH', headers: 'arg 1.headers', body: 'arg 1.json' }],
    ['Got#post',          'http', 'arg 0', { method: 'POST', headers: 'arg 1.headers', body: 'arg 1.json' }],
    ['Got#put',           'http', 'arg 0', { method: 'PUT', headers: 'arg 1.headers', body: 'arg 1.json' }],
    ['Got#stream',        'http', 'arg 0', { method: 'arg 1.method', headers: 'arg 1.headers' }],
    ['Got#stream.delete', 'http', 'arg 0', { method: 'DELETE', headers: 'arg 1.headers' }],
    ['Got#stream.get',    'http', 'arg 0', { method: 'GET', headers: 'arg 1.headers' }],
    ['Got#stream.head',   'http', 'arg 0', { method: 'HEAD', headers: 'arg 1.headers' }],
    ['Got#stream.patch',  'http', 'arg 0', { method: 'PATCH', headers: 'arg 1.headers' }],
    ['Got#stream.post',   'http', 'arg 0', { method: 'POST', headers: 'arg 1.headers' }],
    ['Got#stream.put',    'http', 'arg 0', { method: 'PUT', headers: 'arg 1.headers' }],
  ],

  harmless: ['Got#extend', 'Options#*', 'calculateRetryDelay', 'generateRequestId', 'isResponseOk', 'parseBody', 'parseLinkHeader'],
});

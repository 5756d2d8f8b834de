import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'ky',
  language: 'typescript',
  reference: 'https://github.com/sindresorhus/ky',
  origin: 'read',
  resource: 'network',
  default: 'KyInstance#',
  instances: { KyInstance: ['KyInstance#create()', 'KyInstance#extend()'] },

  waits: { options: ['timeout', 'signal'], client: ['arg 0.timeout'], byItself: true, give: 30_000 },

  promises: ['*'],

  calls: [
    ['KyInstance#',       'http', 'arg 0', { method: 'arg 1.method', headers: 'arg 1.headers', body: 'arg 1.json' }],
    ['KyInstance#delete', 'http', 'arg 0', { method: 'DELETE', headers: 'arg 1.headers', body: 'arg 1.json' }],
    ['KyInstance#get',    'http', 'arg 0', { method: 'GET', headers: 'arg 1.headers', body: 'arg 1.json' }],
    ['KyInstance#head',   'http', 'arg 0', { method: 'HEAD', headers: 'arg 1.headers', body: 'arg 1.json' }],
    ['KyInstance#patch',  'http', 'arg 0', { method: 'PATCH', headers: 'arg 1.headers', body: 'arg 1.json' }],
    ['KyInstance#post',   'http', 'arg 0', { method: 'POST', headers: 'arg 1.headers', body: 'arg 1.json' }],
    ['KyInstance#put',    'http', 'arg 0', { method: 'PUT', headers: 'arg 1.headers', body: 'arg 1.json' }],
  ],

  harmless: [
    'KyInstance#create', 'KyInstance#extend', 'KyInstance#retry', 'isForceRetryError', 'isHTTPError', 'isKyError', 'isTimeoutError',
  ],
});

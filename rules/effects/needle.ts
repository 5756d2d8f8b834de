import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'needle',
  language: 'typescript',
  reference: 'https://github.com/tomas/needle',
  origin: 'read',
  resource: 'network',
  default: 'needle',

  calls: [
    ['needle',         'http', 'arg 1', { method: 'arg 0', body: 'arg 2' }],
    ['needle.delete',  'http', 'arg 0', { method: 'DELETE' }],
    ['needle.get',     'http', 'arg 0', { method: 'GET' }],
    ['needle.head',    'http', 'arg 0', { method: 'HEAD' }],
    ['needle.patch',   'http', 'arg 0', { method: 'PATCH', body: 'arg 1' }],
    ['needle.post',    'http', 'arg 0', { method: 'POST', body: 'arg 1' }],
    ['needle.put',     'http', 'arg 0', { method: 'PUT', body: 'arg 1' }],
    ['needle.request', 'http', 'arg 1', { method: 'arg 0', body: 'arg 2' }],
  ],

  harmless: ['needle.defaults'],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'superagent',
  language: 'typescript',
  reference: 'https://ladjs.github.io/superagent/',
  origin: 'read',
  resource: 'network',
  default: 'superagent',

  calls: [
    ['superagent',        'http', 'arg 1', { method: 'arg 0' }],
    ['superagent.del',    'http', 'arg 0', { method: 'DELETE' }],
    ['superagent.delete', 'http', 'arg 0', { method: 'DELETE' }],
    ['superagent.get',    'http', 'arg 0', { method: 'GET' }],
    ['superagent.head',   'http', 'arg 0', { method: 'HEAD' }],
    ['superagent.patch',  'http', 'arg 0', { method: 'PATCH' }],
    ['superagent.post',   'http', 'arg 0', { method: 'POST' }],
    ['superagent.put',    'http', 'arg 0', { method: 'PUT' }],
  ],

  harmless: [],
});

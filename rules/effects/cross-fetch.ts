import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'cross-fetch',
  language: 'typescript',
  reference: 'https://github.com/lquixada/cross-fetch',
  origin: 'read',
  resource: 'network',
  default: 'fetch',

  waits: { options: ['signal'], give: { code: 'AbortSignal.timeout(30_000)' } },

  promises: ['*'],
  answers: [{ callees: ['fetch'], kind: 'status', tells: ['ok', 'status', 'statusText', 'error'] }],

  calls: [['fetch', 'http', 'arg 0', { method: 'arg 1.method', headers: 'arg 1.headers', body: 'arg 1.body' }]],

  harmless: ['Headers#*', 'Request#*', 'Response#*', 'Response.*'],
});

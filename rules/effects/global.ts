import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'global',
  language: 'typescript',
  reference: 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects',
  origin: 'read',
  resource: 'network',
  calls: [
    ['Function', 'exec', 'arg 0', { resource: 'process' }],
    ['eval', 'exec', 'arg 0', { resource: 'process' }],
    ['fetch', 'http', 'arg 0', { method: 'arg 1.method', headers: 'arg 1.headers', body: 'arg 1.body' }],
    ['process.exit', 'destroy', 'arg 0', { resource: 'process' }],
    ['process.kill', 'destroy', 'arg 0', { resource: 'process' }],
  ],
  harmless: ['*'],
  fresh: ['Date.now', 'Date#', 'Math.random', 'crypto.getRandomValues', 'crypto.randomUUID', 'performance.now', 'process.hrtime', 'process.hrtime.bigint'],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'p-retry',
  language: 'typescript',
  reference: 'https://github.com/sindresorhus/p-retry',
  origin: 'read',
  resource: 'other',
  default: 'pRetry',
  calls: [],
  harmless: ['AbortError', 'makeRetriable'],
  retries: [
    { callee: 'pRetry', calls: 'arg 0', attempts: 'arg 1.retries' },
  ],
});

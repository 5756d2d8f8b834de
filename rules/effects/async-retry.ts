import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'async-retry',
  language: 'typescript',
  reference: 'https://github.com/vercel/async-retry',
  origin: 'read',
  resource: 'other',
  default: 'retry',
  calls: [],
  harmless: [],
  retries: [
    { callee: 'retry', calls: 'arg 0', attempts: 'arg 1.retries' },
  ],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'ts-retry-promise',
  language: 'typescript',
  reference: 'https://github.com/normartin/ts-retry-promise',
  origin: 'read',
  resource: 'other',
  calls: [],
  harmless: ['customizeDecorator', 'customizeRetry', 'wait'],
  retries: [
    { callee: 'retry', calls: 'arg 0', attempts: 'arg 1.retries' },
    { callee: 'retryDecorator', calls: 'arg 0', attempts: 'arg 1.retries' },
  ],
});

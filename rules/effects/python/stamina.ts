import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'stamina',
  language: 'python',
  reference: 'https://stamina.hynek.me/en/stable/',
  origin: 'read',
  resource: 'other',
  instances: { BoundRetryingCaller: ['AsyncRetryingCaller#on()', 'RetryingCaller#on()'], RetryContext: ['retry_context()'] },
  extends: { AsyncRetryingCaller: 'RetryingCaller', BoundAsyncRetryingCaller: 'BoundRetryingCaller' },
  calls: [],
  harmless: [
    'Attempt#*', 'BoundRetryingCaller#*', 'RetryingCaller#*', 'instrumentation.*', 'is_active', 'is_testing', 'retry', 'retry_context',
    'set_active', 'set_testing',
  ],
  retries: [
    { callee: 'BoundRetryingCaller#', calls: 'arg 0:callable_' },
    { callee: 'RetryContext#__iter__', calls: 'result' },
    { callee: 'RetryingCaller#', calls: 'arg 1:callable_' },
    { callee: 'retry()', calls: 'arg 0', attempts: 'arg :attempts' },
  ],
});

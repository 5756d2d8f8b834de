import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'backoff',
  language: 'python',
  reference: 'https://github.com/litl/backoff',
  origin: 'read',
  resource: 'other',
  calls: [],
  harmless: ['constant', 'expo', 'fibo', 'full_jitter', 'on_exception', 'on_predicate', 'random_jitter', 'runtime'],
  retries: [
    { callee: 'on_exception()', calls: 'arg 0', attempts: 'arg :max_tries' },
    { callee: 'on_predicate()', calls: 'arg 0', attempts: 'arg :max_tries' },
  ],
});

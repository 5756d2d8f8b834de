import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'retry',
  language: 'python',
  reference: 'https://github.com/invl/retry',
  origin: 'read',
  resource: 'other',
  modules: ['retry2'],
  calls: [],
  harmless: ['retry'],
  retries: [
    { callee: 'retry()', calls: 'arg 0', attempts: 'arg 1:tries' },
    { callee: 'retry_call', calls: 'arg 0:f', attempts: 'arg 4:tries' },
  ],
});

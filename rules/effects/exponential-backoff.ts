import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'exponential-backoff',
  language: 'typescript',
  reference: 'https://github.com/coveooss/exponential-backoff',
  origin: 'read',
  resource: 'other',
  calls: [],
  harmless: [],
  retries: [
    { callee: 'backOff', calls: 'arg 0', attempts: 'arg 1.numOfAttempts' },
  ],
});

import { defineEffects } from '../kit/index.js';

/** Retries by a client. What it repeats is decided by its options; by itself only requests that are idempotent. */
export default defineEffects({
  library: 'axios-retry',
  language: 'typescript',
  reference: 'https://github.com/softonic/axios-retry',
  origin: 'read',
  resource: 'other',
  default: 'axiosRetry',
  calls: [],
  harmless: [
    'axiosRetry', 'axiosRetry.*', 'exponentialDelay', 'isIdempotentRequestError', 'isNetworkError', 'isNetworkOrIdempotentRequestError',
    'isRetryableError', 'isSafeRequestError', 'linearDelay', 'retryAfter',
  ],
});

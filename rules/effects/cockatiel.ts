import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'cockatiel',
  language: 'typescript',
  reference: 'https://github.com/connor4312/cockatiel',
  origin: 'read',
  resource: 'other',
  instances: { RetryPolicy: ['retry()'] },
  calls: [],
  harmless: ['*'],
  retries: [
    { callee: 'RetryPolicy#execute', calls: 'arg 0' },
  ],
});

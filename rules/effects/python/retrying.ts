import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'retrying',
  language: 'python',
  reference: 'https://github.com/groodt/retrying',
  origin: 'read',
  resource: 'other',
  calls: [],
  harmless: ['Attempt#*', 'Retrying#*'],
  retries: [
    { callee: 'Retrying#call', calls: 'arg 0:fn' },
    { callee: 'retry', calls: 'arg 0' },
    { callee: 'retry()', calls: 'arg 0', attempts: 'arg :stop_max_attempt_number' },
  ],
});

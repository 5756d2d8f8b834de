import { defineEffects } from '../../kit/index.js';

/** One after the other: the lock is a file of its own. */
export default defineEffects({
  library: 'filelock',
  language: 'python',
  reference: 'https://py-filelock.readthedocs.io/en/latest/',
  origin: 'read',
  resource: 'filesystem',
  calls: [],
  harmless: ['*'],
});

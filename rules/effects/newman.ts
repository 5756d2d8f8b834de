import { defineEffects } from '../kit/index.js';

/**
 * A collection is a program: requests, and scripts before and behind each of them.
 */
export default defineEffects({
  library: 'newman',
  language: 'typescript',
  reference: 'https://github.com/postmanlabs/newman#api-reference',
  origin: 'read',
  resource: 'network',

  calls: [
    ['run', 'exec', 'arg 0.collection'],
  ],

  harmless: [],
});

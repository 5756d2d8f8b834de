import { defineEffects } from '../kit/index.js';

/**
 * It is the client of Upstash, made from the settings of Vercel.
 */
export default defineEffects({
  library: '@vercel/kv',
  language: 'typescript',
  reference: 'https://www.npmjs.com/package/@vercel/kv',
  origin: 'read',
  resource: 'database',
  openWorld: true,
  default: 'kv',
  instances: {
    '@upstash/redis: Redis': ['createClient()', 'kv'],
  },

  promises: ['*'],

  calls: [],

  harmless: ['createClient'],
});

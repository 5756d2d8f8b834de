import { defineEffects } from '../kit/index.js';

/** Gives a function back that sends what it is given, as the one that was wrapped. */
export default defineEffects({
  library: 'fetch-cookie',
  language: 'typescript',
  reference: 'https://github.com/valeriangalliot/fetch-cookie',
  origin: 'read',
  resource: 'network',
  default: 'fetchCookie',
  identity: { fetchCookie: 'arg 0' },

  calls: [],

  harmless: ['fetchCookie'],
});

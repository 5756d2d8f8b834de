import { defineEffects } from '../kit/index.js';

/** Shows something to the person at the machine: nothing that is kept changes. */
export default defineEffects({
  library: 'open',
  language: 'typescript',
  reference: 'https://github.com/sindresorhus/open',
  origin: 'read',
  resource: 'browser',
  default: 'open',

  calls: [
    ['open',    'read', 'arg 0'],
    ['openApp', 'exec', 'arg 0', { resource: 'process' }],
  ],

  harmless: [],
});

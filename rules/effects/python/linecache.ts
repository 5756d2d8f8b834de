import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'linecache',
  language: 'python',
  reference: 'https://docs.python.org/3/library/linecache.html',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['getline',     'read', 'arg 0:filename'],
    ['getlines',    'read', 'arg 0:filename'],
    ['updatecache', 'read', 'arg 0:filename'],
  ],

  harmless: ['checkcache', 'clearcache', 'lazycache'],
});

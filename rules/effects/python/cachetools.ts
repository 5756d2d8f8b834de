import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'cachetools',
  language: 'python',
  reference: 'https://cachetools.readthedocs.io/en/stable',
  origin: 'read',
  resource: 'cache',
  extends: {
    FIFOCache: 'Cache',
    LFUCache: 'Cache',
    LRUCache: 'Cache',
    MRUCache: 'Cache',
    RRCache: 'Cache',
    TLRUCache: 'Cache',
    TTLCache: 'Cache',
  },

  calls: [
    ['Cache#clear',      'destroy',   'this',      { unbounded: true }],
    ['Cache#get',        'read',      'arg 0:key'],
    ['Cache#pop',        'destroy',   'arg 0:key'],
    ['Cache#popitem',    'destroy',   'this'],
    ['Cache#setdefault', 'write.set', 'arg 0:key', { ensures: true }],
  ],

  harmless: ['*', 'Cache#*'],
});

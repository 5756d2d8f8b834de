import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'pydo',
  language: 'python',
  reference: 'https://pydo.readthedocs.io',
  origin: 'generated-then-read',
  resource: 'cloud',
  openWorld: true,

  calls: [
    ['Client#*.add*',        'write.set', 'args'],
    ['Client#*.assign*',     'write.set', 'args'],
    ['Client#*.create*',     'write.add', 'args'],
    ['Client#*.delete*',     'destroy',   'args'],
    ['Client#*.destroy*',    'destroy',   'args'],
    ['Client#*.get*',        'read',      'args'],
    ['Client#*.list*',       'read',      'args'],
    ['Client#*.patch*',      'write.set', 'args'],
    ['Client#*.post',        'write.set', 'args'],
    ['Client#*.purge_cache', 'destroy',   'args'],
    ['Client#*.remove*',     'destroy',   'args'],
    ['Client#*.update*',     'write.set', 'args'],
  ],

  harmless: ['Client#close'],
});

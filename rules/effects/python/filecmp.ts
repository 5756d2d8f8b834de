import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'filecmp',
  language: 'python',
  reference: 'https://docs.python.org/3/library/filecmp.html',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['cmp',      'read', 'arg 0:f1'],
    ['cmpfiles', 'read', 'arg 0:a'],
    ['dircmp',   'read', 'arg 0:a'],
  ],

  harmless: ['clear_cache', 'dircmp#*'],
});

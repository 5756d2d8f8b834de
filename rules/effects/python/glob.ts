import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'glob',
  language: 'python',
  reference: 'https://docs.python.org/3/library/glob.html',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['glob',  'read', 'arg 0:pathname'],
    ['glob0', 'read', 'arg 0:dirname'],
    ['glob1', 'read', 'arg 0:dirname'],
    ['iglob', 'read', 'arg 0:pathname'],
  ],

  harmless: ['escape', 'has_magic', 'translate'],
});

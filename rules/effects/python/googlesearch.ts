import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'googlesearch',
  language: 'python',
  reference: 'https://github.com/Nv7-GitHub/googlesearch',
  origin: 'read',
  resource: 'network',

  calls: [
    ['search', 'read', 'arg 0:term'],
  ],

  harmless: [],
});

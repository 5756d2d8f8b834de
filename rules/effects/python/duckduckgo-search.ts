import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'duckduckgo_search',
  language: 'python',
  reference: 'https://github.com/deedy5/duckduckgo_search',
  origin: 'read',
  resource: 'network',
  modules: ['ddgs'],
  extends: {
    AsyncDDGS: 'DDGS',
  },

  calls: [
    ['DDGS#images', 'read', 'arg 0:keywords'],
    ['DDGS#news',   'read', 'arg 0:keywords'],
    ['DDGS#text',   'read', 'arg 0:keywords'],
    ['DDGS#videos', 'read', 'arg 0:keywords'],
  ],

  harmless: [],
});

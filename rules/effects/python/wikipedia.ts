import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'wikipedia',
  language: 'python',
  reference: 'https://wikipedia.readthedocs.io',
  origin: 'read',
  resource: 'network',
  instances: {
    WikipediaPage: ['page()'],
  },

  calls: [
    ['WikipediaPage#html',    'read', 'this'],
    ['WikipediaPage#section', 'read', 'arg 0:section_title'],
    ['geosearch',             'read', 'arg 0:latitude'],
    ['languages',             'read', 'args'],
    ['page',                  'read', 'arg 0:title'],
    ['random',                'read', 'arg 0:pages'],
    ['search',                'read', 'arg 0:query'],
    ['suggest',               'read', 'arg 0:query'],
    ['summary',               'read', 'arg 0:title'],
  ],

  harmless: ['set_lang', 'set_rate_limiting', 'set_user_agent'],
});

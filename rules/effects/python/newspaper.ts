import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'newspaper',
  language: 'python',
  reference: 'https://newspaper.readthedocs.io',
  origin: 'read',
  resource: 'network',

  calls: [
    ['Article#build',              'read', 'this'],
    ['Article#download',           'read', 'arg 0:input_html'],
    ['Source#build',               'read', 'this'],
    ['Source#download',            'read', 'this'],
    ['Source#download_articles',   'read', 'arg 0:threads'],
    ['Source#download_categories', 'read', 'this'],
    ['build',                      'read', 'arg 0:url'],
  ],

  harmless: ['Article#is_valid_url', 'Article#nlp', 'Article#parse', 'fulltext'],
});

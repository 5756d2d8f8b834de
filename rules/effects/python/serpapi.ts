import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'serpapi',
  language: 'python',
  reference: 'https://github.com/serpapi/google-search-results-python',
  origin: 'read',
  resource: 'network',

  calls: [
    ['*#get_account',        'read', 'args'],
    ['*#get_dict',           'read', 'args'],
    ['*#get_dictionary',     'read', 'args'],
    ['*#get_html',           'read', 'args'],
    ['*#get_json',           'read', 'args'],
    ['*#get_location',       'read', 'args'],
    ['*#get_object',         'read', 'args'],
    ['*#get_raw_json',       'read', 'args'],
    ['*#get_search_archive', 'read', 'args'],
    ['*#pagination',         'read', 'args'],
  ],

  harmless: [],
});

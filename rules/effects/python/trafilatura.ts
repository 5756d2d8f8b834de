import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'trafilatura',
  language: 'python',
  reference: 'https://trafilatura.readthedocs.io',
  origin: 'read',
  resource: 'network',

  calls: [
    ['feeds.find_feed_urls',    'read', 'arg 0:url'],
    ['fetch_response',          'read', 'arg 0:url'],
    ['fetch_url',               'read', 'arg 0:url'],
    ['sitemaps.sitemap_search', 'read', 'arg 0:url'],
  ],

  harmless: ['bare_extraction', 'baseline', 'extract', 'extract_metadata', 'html2txt'],
});

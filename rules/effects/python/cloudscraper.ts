import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'cloudscraper',
  language: 'python',
  reference: 'https://github.com/VeNoMouS/cloudscraper',
  origin: 'read',
  resource: 'network',
  instances: { 'requests: Session': ['CloudScraper()', 'CloudScraper.create_scraper()', 'create_scraper()', 'session()'] },

  calls: [
    ['get_cookie_string', 'read', 'arg 0:url'],
    ['get_tokens',        'read', 'arg 0:url'],
  ],

  harmless: [
    'CipherSuiteAdapter', 'CipherSuiteAdapter#*', 'CloudScraper', 'CloudScraper.create_scraper', 'create_scraper', 'exceptions.*',
    'session',
  ],
});

import { defineEffects } from '../kit/index.js';

/**
 * A crawl is a job that is paid for and can be cancelled. What a session of a browser does stands in code.
 */
export default defineEffects({
  library: '@mendable/firecrawl-js',
  language: 'typescript',
  reference: 'https://docs.firecrawl.dev/sdks/node',
  origin: 'read',
  resource: 'search',
  openWorld: true,
  modules: ['firecrawl'],
  default: 'Firecrawl',
  extends: { Firecrawl: 'FirecrawlClient' },

  calls: [
    ['FirecrawlClient#agent',              'read',      'arg 0',         { resource: 'model' }],
    ['FirecrawlClient#async*',             'write.add', 'arg 0'],
    ['FirecrawlClient#batchScrape*',       'write.add', 'arg 0'],
    ['FirecrawlClient#browser',            'write.add', 'arg 0',         { resource: 'browser' }],
    ['FirecrawlClient#browserExecute',     'exec',      'arg 1',         { resource: 'browser' }],
    ['FirecrawlClient#cancel*',            'destroy',   'arg 0'],
    ['FirecrawlClient#check*',             'read',      'arg 0'],
    ['FirecrawlClient#crawl*',             'write.add', 'arg 0'],
    ['FirecrawlClient#crawlParamsPreview', 'read',      'arg 0'],
    ['FirecrawlClient#createMonitor',      'write.add', 'arg 0'],
    ['FirecrawlClient#delete*',            'destroy',   'arg 0'],
    ['FirecrawlClient#developerSearch',    'read',      'arg 0'],
    ['FirecrawlClient#extract',            'read',      'arg 0',         { resource: 'model' }],
    ['FirecrawlClient#feedback',           'write.add', 'arg 0'],
    ['FirecrawlClient#findTools',          'read',      'arg 0'],
    ['FirecrawlClient#get*',               'read',      'arg 0'],
    ['FirecrawlClient#interact',           'exec',      'arg 1',         { resource: 'browser' }],
    ['FirecrawlClient#list*',              'read',      'arg 0'],
    ['FirecrawlClient#map*',               'read',      'arg 0'],
    ['FirecrawlClient#parse',              'read',      'arg 0'],
    ['FirecrawlClient#runMonitor',         'write.add', 'arg 0'],
    ['FirecrawlClient#scrape',             'external',  'arg 1.actions', { if: 'arg 1.actions present', resource: 'browser' }],
    ['FirecrawlClient#scrape',             'read',      'arg 0'],
    ['FirecrawlClient#scrape*',            'read',      'arg 0'],
    ['FirecrawlClient#scrapeExecute',      'exec',      'arg 1',         { resource: 'browser' }],
    ['FirecrawlClient#search',             'read',      'arg 0'],
    ['FirecrawlClient#searchFeedback',     'write.add', 'arg 0'],
    ['FirecrawlClient#start*',             'write.add', 'arg 0'],
    ['FirecrawlClient#stopInteract*',      'destroy',   'arg 0',         { resource: 'browser' }],
    ['FirecrawlClient#updateMonitor',      'write.set', 'arg 0'],
  ],

  harmless: ['FirecrawlClient#watcher'],
});

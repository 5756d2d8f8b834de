import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@tavily/core',
  language: 'typescript',
  reference: 'https://docs.tavily.com/sdk/javascript/reference',
  origin: 'read',
  resource: 'search',
  openWorld: true,
  instances: {
    TavilyClient: ['tavily()'],
  },

  calls: [
    ['TavilyClient#crawl',       'read',      'arg 0'],
    ['TavilyClient#extract',     'read',      'arg 0'],
    ['TavilyClient#feedback',    'write.add', 'arg 0'],
    ['TavilyClient#getResearch', 'read',      'arg 0'],
    ['TavilyClient#map',         'read',      'arg 0'],
    ['TavilyClient#research',    'read',      'arg 0', { resource: 'model' }],
    ['TavilyClient#search*',     'read',      'arg 0'],
  ],

  harmless: ['tavily'],
});

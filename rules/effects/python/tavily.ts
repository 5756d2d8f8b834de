import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'tavily',
  language: 'python',
  reference: 'https://docs.tavily.com/sdk/python',
  origin: 'read',
  resource: 'network',
  extends: {
    AsyncTavilyClient: 'TavilyClient',
    Client: 'TavilyClient',
  },

  calls: [
    ['TavilyClient#crawl',              'read', 'arg 0:url'],
    ['TavilyClient#extract',            'read', 'arg 0:urls'],
    ['TavilyClient#get_research',       'read', 'arg 0:request_id'],
    ['TavilyClient#get_search_context', 'read', 'arg 0:query'],
    ['TavilyClient#map',                'read', 'arg 0:url'],
    ['TavilyClient#qna_search',         'read', 'arg 0:query'],
    ['TavilyClient#research',           'read', 'arg 0:input'],
    ['TavilyClient#search',             'read', 'arg 0:query'],
  ],

  harmless: ['TavilyClient#close'],
});

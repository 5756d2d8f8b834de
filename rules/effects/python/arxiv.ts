import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'arxiv',
  language: 'python',
  reference: 'https://lukasschwab.me/arxiv.py',
  origin: 'read',
  resource: 'network',
  instances: {
    Result: ['Client#results().0', 'Search#results().0'],
  },

  calls: [
    ['Client#results',         'read',      'arg 0:search'],
    ['Result#download_pdf',    'write.set', 'arg 0:dirpath', { resource: 'filesystem' }],
    ['Result#download_source', 'write.set', 'arg 0:dirpath', { resource: 'filesystem' }],
    ['Search#results',         'read',      'this'],
  ],

  harmless: [],
});

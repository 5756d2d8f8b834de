import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'feedparser',
  language: 'python',
  reference: 'https://feedparser.readthedocs.io',
  origin: 'read',
  resource: 'network',

  calls: [
    ['parse', 'read', 'arg 0:url_file_stream_or_string'],
  ],

  harmless: [],
});

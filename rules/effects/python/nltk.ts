import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'nltk',
  language: 'python',
  reference: 'https://www.nltk.org/api/nltk.html',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['data.load', 'read',      'arg 0:resource_url'],
    ['download',  'write.set', 'arg 0:info_or_id', { ensures: true }],
  ],

  harmless: ['*'],
});

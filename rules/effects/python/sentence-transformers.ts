import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'sentence_transformers',
  language: 'python',
  reference: 'https://sbert.net',
  origin: 'read',
  resource: 'model',
  openWorld: false,

  calls: [
    ['SentenceTransformer#push_to_hub', 'external', 'arg 0:repo_id', { openWorld: true }],
  ],

  harmless: ['SentenceTransformer#eval', 'SentenceTransformer#get_sentence_embedding_dimension', 'SentenceTransformer#to', 'util.*'],
});

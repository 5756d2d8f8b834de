import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'llama_index',
  language: 'python',
  reference: 'https://developers.llamaindex.ai/python/framework-api-reference',
  origin: 'read',
  resource: 'model',

  calls: [
    ['embeddings.**.*#aget_text_embedding',      'read', 'args'],
    ['embeddings.**.*#get_query_embedding',      'read', 'args'],
    ['embeddings.**.*#get_text_embedding',       'read', 'args'],
    ['embeddings.**.*#get_text_embedding_batch', 'read', 'args'],
    ['llms.**.*#achat',                          'read', 'args'],
    ['llms.**.*#acomplete',                      'read', 'args'],
    ['llms.**.*#chat',                           'read', 'args'],
    ['llms.**.*#complete',                       'read', 'args'],
    ['llms.**.*#stream_chat',                    'read', 'args'],
    ['llms.**.*#stream_complete',                'read', 'args'],
    ['readers.**.*#load_data',                   'read', 'args', { resource: 'network' }],
  ],

  harmless: [],
});

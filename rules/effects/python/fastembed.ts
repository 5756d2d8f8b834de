import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'fastembed',
  language: 'python',
  reference: 'https://qdrant.github.io/fastembed',
  origin: 'read',
  resource: 'model',
  openWorld: false,

  calls: [
    ['ImageEmbedding#embed',                       'read', 'arg 0:images'],
    ['LateInteractionTextEmbedding#embed',         'read', 'arg 0:documents'],
    ['LateInteractionTextEmbedding#passage_embed', 'read', 'arg 0:texts'],
    ['LateInteractionTextEmbedding#query_embed',   'read', 'arg 0:query'],
    ['SparseTextEmbedding#embed',                  'read', 'arg 0:documents'],
    ['SparseTextEmbedding#passage_embed',          'read', 'arg 0:texts'],
    ['SparseTextEmbedding#query_embed',            'read', 'arg 0:query'],
    ['TextCrossEncoder#rerank',                    'read', 'arg 0:query'],
    ['TextEmbedding#embed',                        'read', 'arg 0:documents'],
    ['TextEmbedding#passage_embed',                'read', 'arg 0:texts'],
    ['TextEmbedding#query_embed',                  'read', 'arg 0:query'],
  ],

  harmless: ['TextEmbedding.list_supported_models'],
});

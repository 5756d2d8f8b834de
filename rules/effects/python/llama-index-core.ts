import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'llama_index.core',
  language: 'python',
  reference: 'https://developers.llamaindex.ai/python/framework-api-reference',
  origin: 'read',
  resource: 'search',
  instances: {
    ChatEngine: ['Index#as_chat_engine()'],
    Index: ['*Index.from_documents()', '*Index.from_vector_store()', 'load_index_from_storage()'],
    QueryEngine: ['Index#as_query_engine()'],
    Retriever: ['Index#as_retriever()'],
  },

  calls: [
    ['*Index.from_documents',           'write.add', 'args'],
    ['ChatEngine#achat',                'read',      'args'],
    ['ChatEngine#chat',                 'read',      'args'],
    ['ChatEngine#stream_chat',          'read',      'args'],
    ['Index#delete_nodes',              'destroy',   'args'],
    ['Index#delete_ref_doc',            'destroy',   'args'],
    ['Index#insert',                    'write.add', 'args'],
    ['Index#insert_nodes',              'write.add', 'args'],
    ['Index#refresh_ref_docs',          'write.set', 'args'],
    ['Index#storage_context.persist',   'write.set', 'args', { resource: 'filesystem' }],
    ['Index#update_ref_doc',            'write.set', 'args'],
    ['QueryEngine#aquery',              'read',      'args'],
    ['QueryEngine#query',               'read',      'args'],
    ['Retriever#aretrieve',             'read',      'args'],
    ['Retriever#retrieve',              'read',      'args'],
    ['SimpleDirectoryReader#load_data', 'read',      'args', { resource: 'filesystem' }],
    ['load_index_from_storage',         'read',      'args', { resource: 'filesystem' }],
  ],

  harmless: [
    '*Index.from_vector_store', 'Document#*', 'Index#as_chat_engine', 'Index#as_query_engine', 'Index#as_retriever', 'PromptTemplate#*',
    'SentenceSplitter#*', 'StorageContext.from_defaults',
  ],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'azure.search.documents',
  language: 'python',
  reference: 'https://learn.microsoft.com/python/api/overview/azure/search-documents-readme',
  origin: 'read',
  resource: 'search',
  openWorld: true,

  calls: [
    ['SearchClient#autocomplete',                      'read',      'arg 0:search_text'],
    ['SearchClient#delete_documents',                  'destroy',   'arg 0:documents'],
    ['SearchClient#get_document',                      'read',      'arg 0:key'],
    ['SearchClient#get_document_count',                'read',      'args'],
    ['SearchClient#index_documents',                   'write.set', 'arg 0:batch'],
    ['SearchClient#merge_documents',                   'write.set', 'arg 0:documents'],
    ['SearchClient#merge_or_upload_documents',         'write.set', 'arg 0:documents'],
    ['SearchClient#search',                            'read',      'arg 0:search_text'],
    ['SearchClient#suggest',                           'read',      'arg 0:search_text'],
    ['SearchClient#upload_documents',                  'write.set', 'arg 0:documents'],
    ['SearchIndexClient#analyze_text',                 'read',      'arg 0:index_name'],
    ['SearchIndexClient#create_index',                 'write.add', 'arg 0:index',       { exclusive: true }],
    ['SearchIndexClient#create_or_update_index',       'write.set', 'arg 0:index'],
    ['SearchIndexClient#create_or_update_synonym_map', 'write.set', 'arg 0:synonym_map'],
    ['SearchIndexClient#create_synonym_map',           'write.add', 'arg 0:synonym_map', { exclusive: true }],
    ['SearchIndexClient#delete_index',                 'destroy',   'arg 0:index'],
    ['SearchIndexClient#delete_synonym_map',           'destroy',   'arg 0:synonym_map'],
    ['SearchIndexClient#get_index',                    'read',      'arg 0:name'],
    ['SearchIndexClient#get_index_statistics',         'read',      'arg 0:index_name'],
    ['SearchIndexClient#get_service_statistics',       'read',      'args'],
    ['SearchIndexClient#get_synonym_maps',             'read',      'arg :select'],
    ['SearchIndexClient#list_index_names',             'read',      'args'],
    ['SearchIndexClient#list_indexes',                 'read',      'arg :select'],
  ],

  harmless: ['SearchClient#close', 'SearchIndexClient#get_search_client'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'algoliasearch',
  language: 'python',
  reference: 'https://www.algolia.com/doc/libraries/sdk/install/#python',
  origin: 'read',
  resource: 'search',
  extends: { SearchClientSync: 'SearchClient' },

  calls: [
    ['SearchClient#add_api_key',            'external',  'arg 0:api_key'],
    ['SearchClient#add_or_update_object',   'write.set', 'arg 0:index_name'],
    ['SearchClient#batch',                  'exec',      'arg 0:index_name'],
    ['SearchClient#browse*',                'read',      'args'],
    ['SearchClient#chunked_batch',          'exec',      'arg 0:index_name'],
    ['SearchClient#clear_*',                'destroy',   'args'],
    ['SearchClient#delete_*',               'destroy',   'args'],
    ['SearchClient#get_*',                  'read',      'args'],
    ['SearchClient#index_exists',           'read',      'arg 0:index_name'],
    ['SearchClient#list_*',                 'read',      'args'],
    ['SearchClient#multiple_batch',         'exec',      'arg 0:batch_params'],
    ['SearchClient#operation_index',        'write.set', 'arg 0:index_name'],
    ['SearchClient#partial_update_object',  'write.set', 'arg 0:index_name'],
    ['SearchClient#partial_update_objects', 'write.set', 'arg 0:index_name'],
    ['SearchClient#replace_all_objects',    'write.set', 'arg 0:index_name'],
    ['SearchClient#save_object',            'write.set', 'arg 0:index_name'],
    ['SearchClient#save_objects',           'write.set', 'arg 0:index_name'],
    ['SearchClient#save_rule',              'write.set', 'arg 0:index_name'],
    ['SearchClient#save_rules',             'write.set', 'arg 0:index_name'],
    ['SearchClient#save_synonym',           'write.set', 'arg 0:index_name'],
    ['SearchClient#save_synonyms',          'write.set', 'arg 0:index_name'],
    ['SearchClient#search*',                'read',      'args'],
    ['SearchClient#search_single_index',    'read',      'arg 0:index_name'],
    ['SearchClient#set_settings',           'write.set', 'arg 0:index_name'],
    ['SearchClient#update_api_key',         'write.set', 'arg 0:key'],
    ['SearchClient#wait_for_task',          'read',      'arg 0:index_name'],
  ],

  harmless: [
    'SearchClient', 'SearchClient#add_user_agent', 'SearchClient#close', 'SearchClient#generate_secured_api_key',
    'SearchClient#get_secured_api_key_remaining_validity', 'SearchClient#set_client_api_key', 'SearchClientSync',
  ],
});

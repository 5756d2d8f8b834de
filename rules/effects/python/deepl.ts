import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'deepl',
  language: 'python',
  reference: 'https://developers.deepl.com',
  origin: 'read',
  resource: 'model',
  openWorld: true,
  extends: {
    DeepLClient: 'Translator',
  },

  calls: [
    ['DeepLClient#create_multilingual_glossary',      'write.add', 'arg 0:name'],
    ['DeepLClient#delete_multilingual_glossary',      'destroy',   'arg 0:glossary'],
    ['DeepLClient#get_multilingual_glossary',         'read',      'arg 0:glossary_id'],
    ['DeepLClient#list_multilingual_glossaries',      'read',      'this'],
    ['DeepLClient#rephrase_text',                     'read',      'arg 0:text'],
    ['Translator#create_glossary',                    'write.add', 'arg 0:name'],
    ['Translator#create_glossary_from_csv',           'write.add', 'arg 0:name'],
    ['Translator#delete_glossary',                    'destroy',   'arg 0:glossary'],
    ['Translator#get_glossary',                       'read',      'arg 0:glossary_id'],
    ['Translator#get_glossary_entries',               'read',      'arg 0:glossary'],
    ['Translator#get_glossary_languages',             'read',      'this'],
    ['Translator#get_source_languages',               'read',      'arg 0:skip_cache'],
    ['Translator#get_target_languages',               'read',      'arg 0:skip_cache'],
    ['Translator#get_usage',                          'read',      'this'],
    ['Translator#list_glossaries',                    'read',      'this'],
    ['Translator#translate_document_from_filepath',   'write.set', 'arg 1:output_path', { resource: 'filesystem' }],
    ['Translator#translate_document_get_status',      'read',      'arg 0:handle'],
    ['Translator#translate_document_upload',          'write.add', 'arg 0:input_document'],
    ['Translator#translate_document_wait_until_done', 'read',      'arg 0:handle'],
    ['Translator#translate_text',                     'read',      'arg 0:text'],
    ['Translator#translate_text_with_glossary',       'read',      'arg 0:text'],
  ],

  harmless: ['Translator#close', 'Translator#set_app_info'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'google.cloud.translate',
  language: 'python',
  reference: 'https://cloud.google.com/python/docs/reference/translate/latest',
  origin: 'read',
  resource: 'model',
  openWorld: true,
  modules: ['google.cloud.translate_v2', 'google.cloud.translate_v3'],
  extends: {
    TranslationServiceAsyncClient: 'TranslationServiceClient',
  },

  calls: [
    ['Client#detect_language',                            'read',      'arg 0:values'],
    ['Client#get_languages',                              'read',      'arg 0:target_language'],
    ['Client#translate',                                  'read',      'arg 0:values'],
    ['TranslationServiceClient#batch_translate_document', 'write.add', 'arg 0:request'],
    ['TranslationServiceClient#batch_translate_text',     'write.add', 'arg 0:request'],
    ['TranslationServiceClient#create_glossary',          'write.add', 'arg 0:request'],
    ['TranslationServiceClient#delete_glossary',          'destroy',   'arg 0:request'],
    ['TranslationServiceClient#detect_language',          'read',      'arg 0:request'],
    ['TranslationServiceClient#get_glossary',             'read',      'arg 0:request'],
    ['TranslationServiceClient#get_supported_languages',  'read',      'arg 0:request'],
    ['TranslationServiceClient#list_glossaries',          'read',      'arg 0:request'],
    ['TranslationServiceClient#translate_document',       'read',      'arg 0:request'],
    ['TranslationServiceClient#translate_text',           'read',      'arg 0:request'],
  ],

  harmless: ['TranslationServiceClient#*_path', 'TranslationServiceClient.*_path', 'TranslationServiceClient.from_service_account_*'],
});

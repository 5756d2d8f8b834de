import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'google.generativeai',
  language: 'python',
  reference: 'https://ai.google.dev/api?lang=python',
  origin: 'read',
  resource: 'model',
  instances: {
    ChatSession: ['GenerativeModel#start_chat()'],
  },

  calls: [
    ['ChatSession#send_message',               'read',      'arg 0:content'],
    ['ChatSession#send_message_async',         'read',      'arg 0:content'],
    ['GenerativeModel#count_tokens',           'read',      'arg 0:contents'],
    ['GenerativeModel#count_tokens_async',     'read',      'arg 0:contents'],
    ['GenerativeModel#generate_content',       'read',      'arg 0:contents'],
    ['GenerativeModel#generate_content_async', 'read',      'arg 0:contents'],
    ['create_tuned_model',                     'write.add', 'arg 0:source_model'],
    ['delete_file',                            'destroy',   'arg 0:name'],
    ['delete_tuned_model',                     'destroy',   'arg 0:tuned_model'],
    ['embed_content',                          'read',      'arg 0:model'],
    ['embed_content_async',                    'read',      'arg 0:model'],
    ['get_file',                               'read',      'arg 0:name'],
    ['get_model',                              'read',      'arg 0:name'],
    ['get_tuned_model',                        'read',      'arg 0:name'],
    ['list_files',                             'read',      'arg 0:page_size'],
    ['list_models',                            'read',      'arg :page_size'],
    ['list_tuned_models',                      'read',      'arg :page_size'],
    ['update_tuned_model',                     'write.set', 'arg 0:tuned_model'],
    ['upload_file',                            'write.add', 'arg 0:path'],
  ],

  harmless: ['ChatSession#rewind', 'GenerativeModel#start_chat', 'configure'],
});

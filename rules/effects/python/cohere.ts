import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'cohere',
  language: 'python',
  reference: 'https://docs.cohere.com/reference',
  origin: 'read',
  resource: 'model',
  extends: {
    AsyncClient: 'Client',
    AsyncClientV2: 'Client',
    BedrockClient: 'Client',
    ClientV2: 'Client',
    SagemakerClient: 'Client',
  },

  calls: [
    ['Client#*.cancel',        'destroy',   'args'],
    ['Client#*.create',        'write.add', 'args'],
    ['Client#*.delete',        'destroy',   'args'],
    ['Client#*.get',           'read',      'args'],
    ['Client#*.list',          'read',      'args'],
    ['Client#*.update',        'write.set', 'args'],
    ['Client#chat',            'read',      'arg :message'],
    ['Client#chat_stream',     'read',      'arg :message'],
    ['Client#classify',        'read',      'arg :inputs'],
    ['Client#detokenize',      'read',      'arg :tokens'],
    ['Client#embed',           'read',      'arg :texts'],
    ['Client#embed_stream',    'read',      'arg :texts'],
    ['Client#generate',        'read',      'arg :prompt'],
    ['Client#generate_stream', 'read',      'arg :prompt'],
    ['Client#rerank',          'read',      'arg :query'],
    ['Client#summarize',       'read',      'arg :text'],
    ['Client#tokenize',        'read',      'arg :text'],
  ],

  harmless: ['Client#check_api_key', 'Client#fetch_tokenizer'],
});

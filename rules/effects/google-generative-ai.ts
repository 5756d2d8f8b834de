import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@google/generative-ai',
  language: 'typescript',
  reference: 'https://github.com/google-gemini/deprecated-generative-ai-js',
  origin: 'read',
  resource: 'model',
  modules: ['@google/generative-ai/server'],
  instances: {
    ChatSession: ['GenerativeModel#startChat()'],
    GenerativeModel: ['GoogleGenerativeAI#getGenerativeModel()', 'GoogleGenerativeAI#getGenerativeModelFromCachedContent()'],
  },

  calls: [
    ['ChatSession#sendMessage',               'read',      'arg 0'],
    ['ChatSession#sendMessageStream',         'read',      'arg 0'],
    ['GenerativeModel#batchEmbedContents',    'read',      'arg 0'],
    ['GenerativeModel#countTokens',           'read',      'arg 0'],
    ['GenerativeModel#embedContent',          'read',      'arg 0'],
    ['GenerativeModel#generateContent',       'read',      'arg 0'],
    ['GenerativeModel#generateContentStream', 'read',      'arg 0'],
    ['GoogleAICacheManager#create',           'write.add', 'arg 0'],
    ['GoogleAICacheManager#delete',           'destroy',   'arg 0'],
    ['GoogleAICacheManager#get',              'read',      'arg 0'],
    ['GoogleAICacheManager#list',             'read',      'arg 0'],
    ['GoogleAICacheManager#update',           'write.set', 'arg 0'],
    ['GoogleAIFileManager#deleteFile',        'destroy',   'arg 0'],
    ['GoogleAIFileManager#getFile',           'read',      'arg 0'],
    ['GoogleAIFileManager#listFiles',         'read',      'arg 0'],
    ['GoogleAIFileManager#uploadFile',        'write.add', 'arg 0'],
  ],

  harmless: ['ChatSession#getHistory', 'GenerativeModel#startChat', 'GoogleGenerativeAI#*'],
});

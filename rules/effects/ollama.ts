import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'ollama',
  language: 'typescript',
  reference: 'https://github.com/ollama/ollama-js',
  origin: 'read',
  resource: 'model',
  default: 'Ollama#',
  modules: ['ollama/browser'],

  calls: [
    ['Ollama#chat',       'read',      'arg 0'],
    ['Ollama#copy',       'write.set', 'arg 0'],
    ['Ollama#create',     'write.set', 'arg 0'],
    ['Ollama#delete',     'destroy',   'arg 0'],
    ['Ollama#embed',      'read',      'arg 0'],
    ['Ollama#embeddings', 'read',      'arg 0'],
    ['Ollama#generate',   'read',      'arg 0'],
    ['Ollama#list',       'read',      'this'],
    ['Ollama#ps',         'read',      'this'],
    ['Ollama#pull',       'write.set', 'arg 0'],
    ['Ollama#push',       'external',  'arg 0'],
    ['Ollama#show',       'read',      'arg 0'],
    ['Ollama#version',    'read',      'this'],
    ['Ollama#webFetch',   'read',      'arg 0'],
    ['Ollama#webSearch',  'read',      'arg 0'],
  ],

  harmless: ['Ollama#abort', 'Ollama#encodeImage'],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'groq-sdk',
  language: 'typescript',
  reference: 'https://console.groq.com/docs/libraries',
  origin: 'read',
  resource: 'model',
  default: 'Groq',

  calls: [
    ['Groq#audio.transcriptions.create', 'read',    'arg 0'],
    ['Groq#audio.translations.create',   'read',    'arg 0'],
    ['Groq#chat.completions.create',     'read',    'arg 0'],
    ['Groq#embeddings.create',           'read',    'arg 0'],
    ['Groq#models.delete',               'destroy', 'arg 0'],
    ['Groq#models.list',                 'read',    'arg 0'],
    ['Groq#models.retrieve',             'read',    'arg 0'],
  ],

  harmless: ['toFile'],
});

import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'groq',
  language: 'python',
  reference: 'https://console.groq.com/docs/api-reference',
  origin: 'read',
  resource: 'model',
  extends: {
    AsyncGroq: 'Groq',
  },

  calls: [
    ['Groq#audio.speech.create',         'read',      'args'],
    ['Groq#audio.transcriptions.create', 'read',      'args'],
    ['Groq#audio.translations.create',   'read',      'args'],
    ['Groq#batches.cancel',              'destroy',   'args'],
    ['Groq#batches.create',              'write.add', 'args'],
    ['Groq#batches.list',                'read',      'args'],
    ['Groq#batches.retrieve',            'read',      'args'],
    ['Groq#chat.completions.create',     'read',      'args'],
    ['Groq#embeddings.create',           'read',      'args'],
    ['Groq#files.content',               'read',      'args'],
    ['Groq#files.create',                'write.add', 'args'],
    ['Groq#files.delete',                'destroy',   'args'],
    ['Groq#files.info',                  'read',      'args'],
    ['Groq#files.list',                  'read',      'args'],
    ['Groq#models.delete',               'destroy',   'args'],
    ['Groq#models.list',                 'read',      'args'],
    ['Groq#models.retrieve',             'read',      'args'],
  ],

  harmless: ['Groq#close', 'Groq#with_options'],
});

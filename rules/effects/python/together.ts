import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'together',
  language: 'python',
  reference: 'https://docs.together.ai/reference',
  origin: 'read',
  resource: 'model',
  extends: {
    AsyncTogether: 'Together',
  },

  calls: [
    ['Together#audio.speech.create',         'read',      'args'],
    ['Together#audio.transcriptions.create', 'read',      'args'],
    ['Together#audio.translations.create',   'read',      'args'],
    ['Together#chat.completions.create',     'read',      'args'],
    ['Together#code_interpreter.run',        'exec',      'args'],
    ['Together#completions.create',          'read',      'args'],
    ['Together#embeddings.create',           'read',      'args'],
    ['Together#files.delete',                'destroy',   'args'],
    ['Together#files.list',                  'read',      'args'],
    ['Together#files.retrieve',              'read',      'args'],
    ['Together#files.retrieve_content',      'read',      'args'],
    ['Together#files.upload',                'write.add', 'args'],
    ['Together#fine_tuning.cancel',          'destroy',   'args'],
    ['Together#fine_tuning.create',          'write.add', 'args'],
    ['Together#fine_tuning.list',            'read',      'args'],
    ['Together#fine_tuning.retrieve',        'read',      'args'],
    ['Together#images.generate',             'read',      'args'],
    ['Together#models.list',                 'read',      'args'],
    ['Together#rerank.create',               'read',      'args'],
  ],

  harmless: [],
});

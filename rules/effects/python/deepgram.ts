import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'deepgram',
  language: 'python',
  reference: 'https://developers.deepgram.com/reference',
  origin: 'read',
  resource: 'model',
  openWorld: true,
  extends: {
    AsyncDeepgramClient: 'DeepgramClient',
  },

  calls: [
    ['DeepgramClient#listen.**.transcribe_*', 'read',      'args'],
    ['DeepgramClient#manage.**.create',       'external',  'args'],
    ['DeepgramClient#manage.**.delete',       'destroy',   'args'],
    ['DeepgramClient#manage.**.get',          'read',      'args'],
    ['DeepgramClient#manage.**.list',         'read',      'args'],
    ['DeepgramClient#manage.**.update',       'write.set', 'args'],
    ['DeepgramClient#read.**.analyze',        'read',      'args'],
    ['DeepgramClient#speak.**.generate',      'read',      'args'],
  ],

  harmless: [],
});

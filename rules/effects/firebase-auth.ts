import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'firebase/auth',
  language: 'typescript',
  reference: 'https://firebase.google.com/docs/reference/js/auth',
  origin: 'read',
  resource: 'cloud',
  openWorld: true,

  calls: [
    ['confirmPasswordReset',           'write.set', 'arg 0'],
    ['createUserWithEmailAndPassword', 'write.add', 'arg 1', { exclusive: true }],
    ['deleteUser',                     'destroy',   'arg 0'],
    ['link*',                          'write.set', 'arg 0'],
    ['send*',                          'external',  'arg 0', { resource: 'mail' }],
    ['unlink',                         'destroy',   'arg 0'],
    ['update*',                        'write.set', 'arg 0'],
    ['verifyBeforeUpdateEmail',        'external',  'arg 0', { resource: 'mail' }],
  ],

  harmless: ['*'],
});

import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'firebase/database',
  language: 'typescript',
  reference: 'https://firebase.google.com/docs/reference/js/database',
  origin: 'read',
  resource: 'database',
  openWorld: true,

  calls: [
    ['get',             'read',      'arg 0'],
    ['onChild*',        'read',      'arg 0'],
    ['onValue',         'read',      'arg 0'],
    ['push',            'write.add', 'arg 0', { if: 'arg 1 present' }],
    ['push',            'read',      'arg 0'],
    ['remove',          'destroy',   'arg 0'],
    ['runTransaction',  'write.add', 'arg 0', { relative: true }],
    ['set',             'write.set', 'arg 0'],
    ['setPriority',     'write.set', 'arg 0'],
    ['setWithPriority', 'write.set', 'arg 0'],
    ['update',          'write.set', 'arg 0'],
  ],

  harmless: ['*', 'OnDisconnect#*'],
});

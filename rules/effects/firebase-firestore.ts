import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'firebase/firestore',
  language: 'typescript',
  reference: 'https://firebase.google.com/docs/reference/js/firestore_',
  origin: 'read',
  resource: 'database',
  openWorld: true,
  modules: ['firebase/firestore/lite'],
  instances: { Transaction: ['runTransaction(0)'], WriteBatch: ['WriteBatch#*()', 'writeBatch()'], increment: ['increment()'] },

  promises: ['addDoc', 'deleteDoc', 'setDoc', 'updateDoc'],

  calls: [
    ['Transaction#delete',     'destroy',   'arg 0'],
    ['Transaction#get',        'read',      'arg 0'],
    ['Transaction#set',        'write.set', 'arg 0', { relativeIn: 'arg 1' }],
    ['Transaction#update',     'write.set', 'arg 0', { relativeIn: 'arg 1' }],
    ['WriteBatch#delete',      'destroy',   'arg 0'],
    ['WriteBatch#set',         'write.set', 'arg 0', { relativeIn: 'arg 1' }],
    ['WriteBatch#update',      'write.set', 'arg 0', { relativeIn: 'arg 1' }],
    ['addDoc',                 'write.add', 'arg 1'],
    ['deleteDoc',              'destroy',   'arg 0'],
    ['getAggregateFromServer', 'read',      'arg 0'],
    ['getCountFromServer',     'read',      'arg 0'],
    ['getDoc',                 'read',      'arg 0'],
    ['getDocFrom*',            'read',      'arg 0'],
    ['getDocs',                'read',      'arg 0'],
    ['getDocsFrom*',           'read',      'arg 0'],
    ['onSnapshot',             'read',      'arg 0'],
    ['setDoc',                 'write.set', 'arg 0', { relativeIn: 'arg 1' }],
    ['updateDoc',              'write.set', 'arg 0', { relativeIn: 'arg 1' }],
  ],

  harmless: ['*', 'WriteBatch#commit'],
});

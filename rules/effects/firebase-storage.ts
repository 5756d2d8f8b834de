import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'firebase/storage',
  language: 'typescript',
  reference: 'https://firebase.google.com/docs/reference/js/storage',
  origin: 'read',
  resource: 'object-store',
  openWorld: true,

  calls: [
    ['deleteObject',   'destroy',   'arg 0'],
    ['get*',           'read',      'arg 0'],
    ['list',           'read',      'arg 0'],
    ['listAll',        'read',      'arg 0'],
    ['updateMetadata', 'write.set', 'arg 0'],
    ['upload*',        'write.set', 'arg 0'],
  ],

  harmless: ['*', 'getStorage'],
});

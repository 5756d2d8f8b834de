import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'firebase/app',
  language: 'typescript',
  reference: 'https://firebase.google.com/docs/reference/js/app',
  origin: 'read',
  resource: 'cloud',
  openWorld: true,
  modules: ['firebase/app-check', 'firebase/functions'],
  instances: { HttpsCallable: ['httpsCallable()', 'httpsCallableFromURL()'] },

  calls: [
    ['HttpsCallable#', 'exec', 'arg 0'],
  ],

  harmless: ['*'],
});

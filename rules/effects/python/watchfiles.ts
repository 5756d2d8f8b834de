import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'watchfiles',
  language: 'python',
  reference: 'https://watchfiles.helpmanual.io',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['awatch', 'read', 'args'],
    ['watch',  'read', 'args'],
  ],

  harmless: [],
});
